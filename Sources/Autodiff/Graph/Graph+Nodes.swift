public import Reporting

/// What can be asked of a node.
extension Graph {
  /// The value it has now.
  public func value(of node: NodeID) -> Double { values[node.offset] }

  /// Whether it is an input or a parameter.
  public func isLeaf(_ node: NodeID) -> Bool { operators[node.offset] == .leaf }

  /// Whether it is a number that the program contains.
  public func isConstant(_ node: NodeID) -> Bool { operators[node.offset] == .constant }

  /// Whether it depends on a leaf, so that gradients flow through it.
  public func isVariable(_ node: NodeID) -> Bool { variable[node.offset] }

  /// The operator that made it; nil for a leaf or a constant.
  public func operation(of node: NodeID) -> Operator? {
    let id = operators[node.offset]
    return id.isOperation ? Operators[id] : nil
  }

  /// What it was made from, in order.
  public func operands(of node: NodeID) -> ArraySlice<NodeID> {
    operands[operandRange(of: node.offset)]
  }

  /// The settings of its operator.
  public func settings(of node: NodeID) -> Settings {
    settingsPool[Int(settingsPlaces[node.offset])]
  }

  /// The words of the program it comes from; `.none` if the program did not write it.
  public func range(of node: NodeID) -> SourceRange { ranges[node.offset] }

  /// The nodes that have this node as an operand, in order.
  public func users(of node: NodeID) -> [NodeID] {
    (node.offset + 1..<max(count, node.offset + 1)).lazy.map(NodeID.init).filter {
      operands(of: $0).contains(node)
    }
  }

  /// The leaves a node depends on, in the order they were made.
  public func leaves(below node: NodeID) -> [NodeID] {
    let needed = ancestors(of: node)
    return needed.indices.lazy.filter { needed[$0] && operators[$0] == .leaf }.map(NodeID.init)
  }

  /// Which nodes some node depends on, itself included; indexed by place, up to that node.
  func ancestors(of node: NodeID) -> [Bool] {
    var needed = [Bool](repeating: false, count: node.offset + 1)
    needed[node.offset] = true
    for index in stride(from: node.offset, through: 0, by: -1) where needed[index] {
      for operand in operands[operandRange(of: index)] { needed[operand.offset] = true }
    }
    return needed
  }
}
