/// Every way a gradient can take from an output down to one node: the nodes between them, and the
/// steps from each to its operands.
///
/// The ways themselves are never listed; there may be more of them than atoms.
public struct Routes: Sendable {
  /// From a node to one of its operands; both are places in `nodes`.
  public struct Step: Sendable, Equatable {
    /// The node that passes its gradient on.
    public let from: Int
    /// The place of the operand among the node's operands.
    public let place: Int
    /// The operand.
    public let to: Int
  }

  /// The nodes through which the output depends on the target, the output first and the target
  /// last; none if a change of the target cannot reach the output.
  public let nodes: [NodeID]
  /// The steps, in the order the backward pass makes them.
  public let steps: [Step]

  /// The ways from an output to a node of its graph.
  public init(from output: NodeID, to target: NodeID, in graph: Graph) {
    guard target <= output, graph.isVariable(target) else {
      nodes = []
      steps = []
      return
    }
    let needed = graph.ancestors(of: output)
    var depends = [Bool](repeating: false, count: needed.count)
    depends[target.offset] = true
    var upward = [target]
    for index in (target.offset + 1)..<max(needed.count, target.offset + 1) where needed[index] {
      guard graph.variable[index] else { continue }
      for operand in graph.operands[graph.operandRange(of: index)] where depends[operand.offset] {
        depends[index] = true
        upward.append(NodeID(index))
        break
      }
    }
    guard depends[output.offset] else {
      nodes = []
      steps = []
      return
    }
    nodes = upward.reversed()
    var place = [Int32](repeating: 0, count: needed.count)
    for (index, node) in nodes.enumerated() { place[node.offset] = Int32(index) }
    var steps: [Step] = []
    for (from, node) in nodes.enumerated() where node != target {
      for (operandPlace, operand) in graph.operands(of: node).enumerated()
      where depends[operand.offset] {
        steps.append(Step(from: from, place: operandPlace, to: Int(place[operand.offset])))
      }
    }
    self.steps = steps
  }

  /// Whether there is any way at all.
  public var isEmpty: Bool { nodes.isEmpty }

  /// The local derivative along each step, for the values the graph's nodes have; nil where
  /// nothing is sent.
  public func slopes(in graph: Graph, with values: [Double]) -> [Double?] {
    var slopes: [Double?] = []
    slopes.reserveCapacity(steps.count)
    var known = -1
    var locals: [Double?] = []
    for step in steps {
      let node = nodes[step.from]
      guard let operation = graph.operation(of: node) else {
        slopes.append(nil)
        continue
      }
      if step.from != known {
        known = step.from
        locals = operation.derivatives(
          graph.operands(of: node).map { values[$0.offset] }, values[node.offset],
          graph.settings(of: node))
      }
      let local = locals[step.place]
      slopes.append(operation.routes && local == 0 ? nil : local)
    }
    return slopes
  }
}
