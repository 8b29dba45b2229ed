import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// At a function with a corner the slope of the other side was taken.
  static let kinkSide = Diagnosis(
    "kink-side",
    "at a function with a corner the slope of the other side was taken", .activations,
    explainsZeros: true
  ) { subject in
    subject.mutants { row in
      row.alike.filter { set in
        let node = row.node(set.edges[0])
        let box = Array(
          repeating: -1e6...1e6, count: subject.graph.operands(of: node).count)
        return row.operation(set.edges[0])?.hasKink(box, subject.graph.settings(of: node)) ?? false
      }
    } change: { row, edge, point in
      let (node, operands) = (row.node(edge), row.operands(edge, point))
      guard let operation = row.operation(edge) else { return nil }
      let settings = subject.graph.settings(of: node)
      switch operands.count {
      case 1:
        let other = [-operands[0]]
        return operation.derivatives(other, operation.value(other, settings), settings)[0]
      case 2:
        let other = [operands[1], operands[0]]
        let locals = operation.derivatives(other, operation.value(other, settings), settings)
        return locals[row.place(edge)]
      default: return nil
      }
    } sentence: { row, set in
      let edge = set.edges[0]
      return "the slope of the wrong side of the corner of \(row.sign(edge)): at "
        + "\(subject.title(row.operand(edge))) = "
        + "\(subject.number(row.value(row.operand(edge), subject.focus.point))) it is "
        + "\(subject.number(row.locals(subject.focus.point)[edge]))\(subject.others(row, set))"
    }
  }
}
