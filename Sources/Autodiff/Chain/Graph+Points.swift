/// What a graph is at other points than the one it stands at.
extension Graph {
  /// The local derivative of a node with respect to each operand, where all nodes have some values;
  /// nil where nothing is sent.
  public func locals(of node: NodeID, at values: [Double]) -> [Double?] {
    guard let operation = operation(of: node) else { return [] }
    return operation.derivatives(
      operands(of: node).map { values[$0.offset] }, values[node.offset], settings(of: node))
  }

  /// The local derivatives of a node as they are written, where all nodes have some values.
  public func localFormulas(of node: NodeID, at values: [Double]) -> [Formula?] {
    guard let operation = operation(of: node) else { return [] }
    return operation.derivativeFormulas(
      operands(of: node).map { formula(for: $0, with: values) }, formula(for: node, with: values),
      settings(of: node))
  }

  /// The values of all nodes if some leaves or constants had others; detached values stay as they
  /// are, unless they are to follow.
  public func values(setting numbers: [NodeID: Double], holdingDetached: Bool = true) -> [Double] {
    var changed = values
    for (node, number) in numbers { changed[node.offset] = number }
    return evaluated(
      changed, from: numbers.keys.min()?.offset ?? count, holdingDetached: holdingDetached)
  }

  /// Whether a node's operation has no derivative where all nodes have some values.
  public func isKink(_ node: NodeID, at values: [Double]) -> Bool {
    guard let operation = operation(of: node) else { return false }
    let points = operands(of: node).map { values[$0.offset] }
    guard points.allSatisfy({ !$0.isNaN }) else { return false }
    return operation.hasKink(points.map { $0...$0 }, settings(of: node))
  }

  /// The nodes a node depends on, itself included, in order.
  public func sources(of node: NodeID) -> [NodeID] {
    let needed = ancestors(of: node)
    return needed.indices.lazy.filter { needed[$0] }.map(NodeID.init)
  }

  /// What a node is an element of: the name, its shape, and which element, from 0.
  public func part(of node: NodeID) -> (name: String, shape: Shape, element: Int)? {
    labels.label(of: node).map { ($0.name, $0.shape, $0.element) }
  }
}
