import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// The gradient was sent back through weights that had been updated already.
  static let updatedWeights = Diagnosis(
    "updated-weights",
    "the gradient was sent back through weights that had been updated already", .network
  ) { subject in
    guard subject.rows.count == 1, let row = subject.rows.first else { return [] }
    let leaves = subject.graph.leaves(below: row.rule.output)
    let rule = ChainRule(from: row.rule.output, to: leaves, in: subject.graph)
    let places = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
    var known: [Int: [Double]] = [:]
    let gradient = { (point: Int) -> [Double] in
      if let known = known[point] { return known }
      let gradient = rule.gradient(rule.locals(at: subject.points[point], in: subject.graph))
      known[point] = gradient
      return gradient
    }
    return subject.rates.flatMap { rate in
      subject.mutants { row in
        let edges = row.rule.edges.indices.filter { subject.factorLeaf(row, $0) != nil }
        return edges.isEmpty ? [] : [Alike(kind: "", edges: Array(edges))]
      } change: { row, edge, point in
        guard let leaf = subject.factorLeaf(row, edge), let place = places[leaf] else { return nil }
        return row.locals(point)[edge] - rate * gradient(point)[place]
      } sentence: { row, set in
        let leaf = set.edges.lazy.compactMap { subject.factorLeaf(row, $0) }.first
        return "sent back through weights already updated with rate \(subject.number(rate)), "
          + "such as \(leaf.map(subject.title) ?? ""): all gradients come before any update"
      }
    }
  }
}

extension GradientSubject {
  /// The leaf that is the local derivative along an edge of a product: the weight.
  fileprivate func factorLeaf(_ row: GradientRow, _ edge: Int) -> NodeID? {
    let operands = Array(graph.operands(of: row.node(edge)))
    let place = row.place(edge)
    let other: Int
    switch row.operation(edge) {
    case let operation? where operation.layout == .weightedSum:
      let count = operands.count / 2
      guard place < 2 * count else { return nil }
      other = place < count ? place + count : place - count
    case let operation? where operation.name == "mul": other = 1 - place
    default: return nil
    }
    return parameters.contains(operands[other]) ? operands[other] : nil
  }
}
