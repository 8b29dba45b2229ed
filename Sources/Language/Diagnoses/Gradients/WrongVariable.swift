import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// It is the derivative with respect to something else.
  static let wrongVariable = Diagnosis(
    "wrong-variable",
    "it is the derivative with respect to something else", .chain
  ) { subject in
    subject.rows.prefix(8).flatMap { row -> [Mutant] in
      let others = subject.otherVariables(row)
      let rule = ChainRule(from: row.rule.output, to: others, in: subject.graph)
      var known: [Int: [Double]] = [:]
      let gradient = { (point: Int) -> [Double] in
        if let known = known[point] { return known }
        let gradient = rule.gradient(rule.locals(at: subject.points[point], in: subject.graph))
        known[point] = gradient
        return gradient
      }
      return others.enumerated().map { place, other in
        let part = subject.graph.part(of: other)
        // Of two tensors of one shape, element is compared with element.
        let element = part.flatMap { part in
          part.shape == subject.targetShape && part.shape != .scalar ? part.element : nil
        }
        let elements =
          element.map { row.elements.lowerBound + $0..<row.elements.lowerBound + $0 + 1 }
          ?? row.elements
        return Mutant(
          family: part?.name ?? "", elements: elements,
          results: { point in
            Array(repeating: gradient(point)[place], count: elements.count)
          },
          sentence: {
            let title = subject.graph.title(of: other)
            return "that is \(subject.slope(subject.outputName, title)), not \(subject.name)"
          })
      }
    }
  }
}

extension GradientSubject {
  /// The leaves, and the other nodes with names, that are not on the way to the targets.
  func otherVariables(_ row: GradientRow) -> [NodeID] {
    let known = Set(targets)
    return graph.sources(of: row.rule.output).filter { node in
      (graph.isLeaf(node) || graph.isNamed(node)) && !known.contains(node)
        && row.rule.slot(of: node) == nil
    }.suffix(500)
  }
}
