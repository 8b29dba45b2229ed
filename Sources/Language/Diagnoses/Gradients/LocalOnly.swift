import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// The chain was begun too late: what arrives from above is left out.
  static let localOnly = Diagnosis(
    "local-only",
    "the chain was begun too late: what arrives from above is left out", .chain
  ) { subject in
    subject.starts.map { row, slots in
      let node = row.rule.nodes[slots[0]]
      return Mutant(
        family: subject.graph.operation(of: node)?.name ?? "", elements: row.elements,
        results: { point in
          row.rule.gradient(
            row.locals(point), from: Dictionary(uniqueKeysWithValues: slots.map { ($0, 1) }))
        },
        sentence: {
          let upstream = row.rule.arrivals(row.locals(subject.focus.point))[slots[0]]
          let local = subject.slope(subject.title(node), subject.targetTitle)
          let factor = subject.slope(subject.outputName, subject.title(node))
          return "that is \(local) alone; it still has to be multiplied by \(factor) = "
            + subject.number(upstream)
        })
    }
  }
}

extension GradientSubject {
  /// The slots that the output is but a sum or a mean of, which leaves nothing out.
  func summed(_ row: GradientRow) -> Set<Int> {
    var summed: Set<Int> = [0]
    for slot in row.rule.nodes.indices where summed.contains(slot) {
      for edge in row.rule.leaving[slot]
      where ["sum", "mean", "add", "sub", "neg"].contains(row.name(edge))
        || row.isDivisionByCount(edge) || row.isTwoOrHalf(edge)
      {
        summed.insert(row.rule.edges[edge].operand)
      }
    }
    return summed
  }

  /// Where a chain may be begun too late: each node by itself, and those of one operation that do
  /// the same work.
  var starts: [(GradientRow, [Int])] {
    rows.flatMap { row -> [(GradientRow, [Int])] in
      let summed = summed(row)
      var known: Set<[Int]> = [[0]]
      return row.alike.compactMap { set in
        let slots = Set(set.edges.map { row.rule.edges[$0].node }).sorted()
        guard !slots.contains(where: summed.contains), known.insert(slots).inserted else {
          return nil
        }
        return (row, slots)
      }
    }
  }
}
