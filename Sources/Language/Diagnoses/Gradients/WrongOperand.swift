import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// The derivative of a product with respect to x was taken to be x, not the other factor; or the
  /// other factor is one that stands at another place.
  static let wrongOperand = Diagnosis(
    "wrong-operand",
    "the derivative of a product with respect to x was taken to be x, not the other "
      + "factor; or the other factor is one that stands at another place", .chain
  ) { subject in
    let swapped = subject.mutants { row in
      row.alike.filter { set in
        ["mul", "div", "pow"].contains(row.name(set.edges[0])) || row.isWeightedSum(set.edges[0])
      }
    } change: { row, edge, point in
      let operands = row.operands(edge, point)
      let place = row.place(edge)
      if row.isWeightedSum(edge) {
        return place < operands.count / 2 * 2 ? operands[place] : nil
      }
      return row.graph.locals(of: row.node(edge), at: row.points[point])[1 - place]
    } sentence: { row, set in
      "the wrong operand: \(subject.factor(row, set)), not what stands at the other place"
        + subject.others(row, set)
    }
    return swapped + subject.slipsOfIndex
  }
}

extension GradientRow {
  fileprivate func isWeightedSum(_ edge: Int) -> Bool {
    operation(edge)?.layout == .weightedSum
  }
}

extension GradientSubject {
  /// Weighted sums whose local derivative is a weight of another place; for a target itself that is
  /// the gradient at another one.
  fileprivate var slipsOfIndex: [Mutant] {
    (1..<8).flatMap { shift in
      mutants { row in
        row.alike.filter { set in
          let count = graph.operands(of: row.node(set.edges[0])).count / 2
          return set.edges.count == 1 && row.isWeightedSum(set.edges[0]) && shift < count
            && row.place(set.edges[0]) >= count && row.place(set.edges[0]) < 2 * count
            && !targets.contains(row.operand(set.edges[0]))
        }
      } change: { row, edge, point in
        let operands = row.operands(edge, point)
        let count = operands.count / 2
        return operands[(row.place(edge) - count + shift) % count]
      } sentence: { row, set in
        "the wrong operand: \(self.factor(row, set)), not a weight of another place"
      }
    }
  }
}
