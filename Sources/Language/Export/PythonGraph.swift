import Autodiff

/// Nodes of a graph as lines of Python: what the program named has a line of its own, the rest
/// stands where it is used.
struct PythonGraph {
  let graph: Graph
  /// What stands for the leaves.
  private let leaves: [NodeID: PythonPart]
  /// What stands for the nodes that are given or written.
  private var parts: [NodeID: PythonPart]
  private(set) var names: PythonNames
  /// The lines so far.
  private(set) var lines: [String] = []
  /// Rows that functions from row to row have made already, by what makes them.
  private var vectors: [String: String] = [:]

  /// The longest expression that is used without a name.
  private static let longest = 100

  init(
    _ graph: Graph, leaves: [NodeID: PythonPart], given: [NodeID: PythonPart] = [:],
    names: PythonNames
  ) {
    self.graph = graph
    self.leaves = leaves
    parts = given
    self.names = names
  }

  /// What computes some nodes; the lines before it are added.
  mutating func write(_ outputs: [NodeID]) -> [PythonPart] {
    let needed = self.needed(outputs)
    var uses: [NodeID: Int] = [:]
    for node in needed {
      for operand in graph.operands(of: node) { uses[operand, default: 0] += 1 }
    }
    for node in needed { parts[node] = part(of: node, uses: uses[node] ?? 0) }
    return outputs.map(known)
  }

  /// The nodes below some outputs that are not known yet, operands before results.
  private func needed(_ outputs: [NodeID]) -> [NodeID] {
    var found: Set<NodeID> = []
    var open = outputs
    while let node = open.popLast() {
      guard parts[node] == nil, leaves[node] == nil, found.insert(node).inserted else { continue }
      open += graph.operands(of: node)
    }
    return found.sorted()
  }

  private func known(_ node: NodeID) -> PythonPart {
    parts[node] ?? leaves[node] ?? PythonPart(graph.value(of: node))
  }

  private mutating func part(of node: NodeID, uses: Int) -> PythonPart {
    guard let operation = graph.operation(of: node) else {
      return PythonPart(graph.value(of: node))
    }
    let operands = graph.operands(of: node).map(known)
    let part = self.part(operation, operands, graph.settings(of: node))
    guard part.number == nil else { return part }
    let name = graph.name(of: node)
    let isShort = part.text.count <= PythonGraph.longest
    guard name != nil || uses > 1 && !part.isName || !isShort else { return part }
    if name == nil, part.element != nil { return part }
    let chosen = names.unique(name.map(PythonGraph.bare) ?? "v")
    lines.append("\(chosen) = \(part.text)")
    return PythonPart(chosen)
  }

  private mutating func part(
    _ operation: Operator, _ operands: [PythonPart], _ settings: Settings
  ) -> PythonPart {
    guard operation.elements != nil, operands.contains(where: { $0.number == nil }) else {
      return PythonOperators.apply(operation, operands, settings)
    }
    let all = PythonOperators.vector(operation, operands)
    let name = vectors[all] ?? names.unique(operation.name)
    if vectors.updateValue(name, forKey: all) == nil { lines.append("\(name) = \(all)") }
    return PythonPart(
      PythonPart.Element(
        tensor: name, shape: .vector(operands.count), place: (Int(exactly: settings[0]) ?? 1) - 1,
        isOfRows: true))
  }

  /// A name without the round and the element it belongs to.
  private static func bare(_ name: String) -> String {
    String(name.prefix { $0 != "·" && $0 != "[" })
  }
}

extension PythonPart {
  /// Whether it is no more than a name.
  fileprivate var isName: Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }
}
