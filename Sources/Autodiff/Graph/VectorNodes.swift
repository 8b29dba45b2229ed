/// The nodes of vector operators such as `softmax` by what they are made from, so that an element
/// that is needed again is found and not made again.
struct VectorNodes {
  private struct Vector: Hashable {
    let id: OperatorID
    let operands: [NodeID]
  }

  private var nodes: [Vector: [Int: NodeID]] = [:]
  private var collected: Set<OperatorID> = []

  /// Takes in the nodes of one operator that a graph has; once for each operator.
  mutating func collect(_ id: OperatorID, in graph: Graph) {
    guard collected.insert(id).inserted else { return }
    for index in 0..<graph.count where graph.operators[index] == id {
      let node = NodeID(index)
      guard let element = Int(exactly: graph.settings(of: node)[0]) else { continue }
      let vector = Vector(id: id, operands: Array(graph.operands(of: node)))
      nodes[vector, default: [:]][element] = node
    }
  }

  /// The node of an element, made where there is none.
  mutating func node(
    _ id: OperatorID, _ operands: [NodeID], element: Int, make: () -> NodeID
  ) -> NodeID {
    let vector = Vector(id: id, operands: operands)
    if let known = nodes[vector]?[element] { return known }
    let made = make()
    nodes[vector, default: [:]][element] = made
    return made
  }
}
