/// A graph with values that its nodes had: those of a tape, or of one row of data.
public struct GraphState: Sendable {
  /// The graph.
  public let graph: Graph
  /// The value of each node, by place.
  public let values: [Double]

  /// A graph with the values it has now.
  public init(_ graph: Graph) {
    self.graph = graph
    values = graph.values
  }

  /// A graph where some nodes have other values.
  public init(_ graph: Graph, setting nodes: [NodeID], to numbers: [Double]) {
    self.graph = graph
    var values = graph.values
    for (node, number) in zip(nodes, numbers) { values[node.offset] = number }
    self.values = values
  }

  /// The value of a node.
  public func value(of node: NodeID) -> Double { values[node.offset] }

  /// The node as it stands in a formula, sketched where it has no title a learner would know.
  public func formula(for node: NodeID) -> Formula {
    graph.sketchedFormula(for: node, with: values)
  }
}
