import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A minus was forgotten, or one is too many.
  static let signFlipped = Diagnosis("sign-flipped", .chain) { subject in
    let whole = subject.mutant { slope, _ in
      -slope
    } sentence: {
      let minus = subject.rows[0].rule.edges.indices.first { edge in
        subject.rows[0].locals(0)[edge] == -1
      }
      let cause = minus.map { edge in
        let row = subject.rows[0]
        return ": " + subject.factor(row, Alike(kind: "", edges: [edge]))
      }
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
    return [whole] + parts
  }
}
