/// Edges of a chain rule that do the same work in different places: in each unit of a layer, in
/// each row of the data.
public struct Alike: Sendable {
  /// What they have in common, in words that two of them share: the operation and the operand.
  public let kind: String
  /// The edges.
  public let edges: [Int]

  /// Edges with something in common.
  public init(kind: String, edges: [Int]) {
    (self.kind, self.edges) = (kind, edges)
  }
}

extension ChainRule {
  /// The most edges that are looked at one by one.
  public static let mostSingle = 1200

  /// Every edge by itself, and the edges that do the same work together: those of one operation at
  /// one height above the leaves, and those of one operation at any.
  public func alike(in graph: Graph) -> [Alike] {
    let heights = heights(in: graph)
    var sets: [Alike] = []
    var layers: [String: [Int]] = [:]
    var everywhere: [String: [Int]] = [:]
    var order: [String] = []
    var kinds: [String] = []
    for (index, edge) in edges.enumerated() {
      let kind = kind(of: edge, in: graph)
      if edges.count <= ChainRule.mostSingle { sets.append(Alike(kind: kind, edges: [index])) }
      let layer = "\(heights[edge.node]) \(kind)"
      if layers[layer] == nil { order.append(layer) }
      if everywhere[kind] == nil { kinds.append(kind) }
      layers[layer, default: []].append(index)
      everywhere[kind, default: []].append(index)
    }
    var known = Set(sets.map(\.edges))
    for layer in order {
      let kind = layer.drop { $0 != " " }.dropFirst()
      if let edges = layers[layer], known.insert(edges).inserted {
        sets.append(Alike(kind: String(kind), edges: edges))
      }
    }
    for kind in kinds {
      if let edges = everywhere[kind], known.insert(edges).inserted {
        sets.append(Alike(kind: kind, edges: edges))
      }
    }
    return sets
  }

  /// The operation, and which of its operands an edge leads to, where they differ.
  private func kind(of edge: Edge, in graph: Graph) -> String {
    let node = nodes[edge.node]
    guard let operation = graph.operation(of: node) else { return "" }
    let count = graph.operands(of: node).count
    if operation.layout == .weightedSum {
      return "\(operation.name) \(edge.place / max(count / 2, 1))"
    }
    return count == 2 ? "\(operation.name) \(edge.place)" : operation.name
  }

  /// How many operations stand below each slot on the longest way down to a leaf.
  private func heights(in graph: Graph) -> [Int] {
    var known: [NodeID: Int] = [:]
    for node in graph.sources(of: output) {
      let below = graph.operands(of: node).map { known[$0] ?? 0 }.max()
      known[node] = below.map { $0 + 1 } ?? 0
    }
    return nodes.map { known[$0] ?? 0 }
  }

  /// Runs of edges that make up a function of one variable, written out: each node has one edge
  /// that leaves it, its other operands are numbers, and none inside has a name.
  public func functions(in graph: Graph) -> [Alike] {
    let heights = heights(in: graph)
    var sets: [[Int]] = []
    var classes: [String: [[Int]]] = [:]
    for start in nodes.indices {
      var run: [Int] = []
      var slot = start
      while leaving[slot].count == 1, run.count < 8, isOfOneVariable(nodes[slot], in: graph),
        run.isEmpty || !graph.isNamed(nodes[slot])
      {
        let edge = leaving[slot].lowerBound
        run.append(edge)
        slot = edges[edge].operand
        guard run.count > 1 else { continue }
        sets.append(run)
        classes["\(heights[start]) \(words(run, in: graph))", default: []].append(run)
      }
    }
    let together = classes.values.filter { $0.count > 1 }.map { $0.flatMap { $0 } }
    return (sets + together.sorted { $0.lexicographicallyPrecedes($1) }).map {
      Alike(kind: words($0, in: graph), edges: $0)
    }
  }

  private func isOfOneVariable(_ node: NodeID, in graph: Graph) -> Bool {
    graph.operands(of: node).count { !graph.isConstant($0) } == 1
  }

  private func words(_ run: [Int], in graph: Graph) -> String {
    run.prefix(8).compactMap { graph.operation(of: nodes[edges[$0].node])?.name }.joined(
      separator: " ")
  }
}
