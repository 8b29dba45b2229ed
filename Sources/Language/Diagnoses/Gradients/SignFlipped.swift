import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A minus was forgotten, or one is too many.
  static let signFlipped = Diagnosis(
    "sign-flipped",
    "a minus was forgotten, or one is too many", .chain
  ) { subject in
    let whole = subject.wholes { slope, _ in
      -slope
    } sentence: {
      let row = subject.focusedRow
      let leads = row.leading(to: subject.focus.element)
      let minus = row.rule.edges.indices.first { edge in
        leads[row.rule.edges[edge].operand]
          && row.points.indices.allSatisfy { row.locals($0)[edge] == -1 }
      }
      let cause = minus.map { ": " + subject.factor(row, Alike(kind: "", edges: [$0])) }
      return "the sign of \(subject.name) is flipped\(cause ?? "")"
    }
    let parts = subject.mutants { row in
      // One half of x*x has no sign of its own.
      row.alike.filter { set in !set.edges.contains { row.isHalfOfSquare($0) } }
    } change: { row, edge, point in
      -row.locals(point)[edge]
    } sentence: { row, set in
      "the sign of the factor \(subject.factor(row, set)) is flipped\(subject.others(row, set))"
    }
    return whole + parts
  }
}
