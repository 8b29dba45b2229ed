import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// The chain was ended too early: the local derivatives below are left out.
  static let upstreamOnly = Diagnosis(
    "upstream-only",
    "the chain was ended too early: the local derivatives below are left out", .chain
  ) { subject in
    subject.rows.flatMap { row in
      row.slotsToName.compactMap {
        slot -> Mutant? in
        let node = row.rule.nodes[slot]
        guard !subject.targets.contains(node), !row.rule.leaving[slot].isEmpty,
          !subject.isSum(row, slot)
        else { return nil }
        return Mutant(
          family: subject.graph.part(of: node)?.name ?? subject.graph.operation(of: node)?.name
            ?? "",
          elements: row.elements,
          results: { point in
            let arrived = row.rule.arrivals(row.locals(point))[slot]
            return Array(repeating: arrived, count: row.elements.count)
          },
          sentence: {
            let upstream = subject.slope(subject.outputName, subject.title(node))
            let missing = subject.slope(subject.title(node), subject.targetTitle)
            return "that is \(upstream); it still has to be multiplied by \(missing)"
          })
      }
    }
  }
}

extension GradientSubject {
  /// Whether a target is a term of a node, so that no factor lies between them.
  fileprivate func isSum(_ row: GradientRow, _ slot: Int) -> Bool {
    row.rule.leaving[slot].contains { edge in
      targets.contains(row.operand(edge)) && ["add", "sub", "sum"].contains(row.name(edge))
    }
  }
}

extension GradientRow {
  /// The slots below the output, those with a name first.
  fileprivate var slotsToName: [Int] {
    let slots = rule.nodes.indices.dropFirst().prefix(ChainRule.mostSingle)
    return slots.filter { graph.isNamed(rule.nodes[$0]) }
      + slots.filter { !graph.isNamed(rule.nodes[$0]) }
  }
}
