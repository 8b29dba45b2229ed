extension Tape {
  /// A step of the forward pass; `position` counts from 0.
  public func forwardStep(_ position: Int, in graph: Graph) -> ForwardStep? {
    guard forwardNodes.indices.contains(position) else { return nil }
    let node = forwardNodes[position]
    guard let operation = graph.operation(of: node) else { return nil }
    let operands = Array(graph.operands(of: node))
    return ForwardStep(
      index: position + 1, node: node, operation: operation, operands: operands,
      formula: graph.application(of: node, with: values), value: values[node.offset],
      isKink: isKink(operation, node, operands, in: graph))
  }

  /// A step of the backward pass; `position` counts from 0.
  public func backwardStep(_ position: Int, in graph: Graph) -> BackwardStep? {
    guard backwardNodes.indices.contains(position) else { return nil }
    let node = backwardNodes[position]
    guard let operation = graph.operation(of: node) else { return nil }
    let operands = Array(graph.operands(of: node))
    return BackwardStep(
      index: position + 1, node: node, operation: operation, operands: operands,
      formula: graph.application(of: node, with: values), value: values[node.offset],
      upstream: adjoints[node.offset],
      contributions: contributions(of: node, in: graph),
      isKink: isKink(operation, node, operands, in: graph))
  }

  /// What a node sends to each operand through which gradients flow, in the order it is added.
  func contributions(of node: NodeID, in graph: Graph) -> [BackwardStep.Contribution] {
    guard let operation = graph.operation(of: node) else { return [] }
    let formulas = operation.derivativeFormulas(
      graph.operands(of: node).map { graph.formula(for: $0, with: values) },
      graph.formula(for: node, with: values), graph.settings(of: node))
    return sent(by: node, in: graph).compactMap { sent in
      guard let formula = formulas[sent.place] else { return nil }
      return BackwardStep.Contribution(
        operand: sent.operand, formula: formula, local: sent.local,
        contribution: sent.contribution, before: sent.before, after: sent.after)
    }
  }

  /// The numbers of what a node sends to one operand.
  public struct Sent: Sendable {
    /// The place among the node's operands, from 0.
    public let place: Int
    /// The operand.
    public let operand: NodeID
    /// The local derivative.
    public let local: Double
    /// Upstream times local.
    public let contribution: Double
    /// The operand's gradient before; nil if nothing had arrived.
    public let before: Double?
    /// The operand's gradient after.
    public let after: Double
  }

  /// The numbers of what a node sends to each operand, in the order they are added.
  public func sent(by node: NodeID, in graph: Graph) -> [Sent] {
    guard let operation = graph.operation(of: node) else { return [] }
    let operands = graph.operands(of: node)
    let locals = operation.derivatives(
      operands.map { values[$0.offset] }, values[node.offset], graph.settings(of: node))
    let upstream = adjoints[node.offset]
    let first = graph.operandRange(of: node.offset).lowerBound
    return zip(operands, locals).enumerated().compactMap { place, pair in
      guard let local = pair.1, graph.isVariable(pair.0), !(operation.routes && local == 0)
      else { return nil }
      let contribution = upstream * local
      let before = adjointsBefore[first + place]
      let isFirst = before.bitPattern == Tape.nothingYet.bitPattern
      return Sent(
        place: place, operand: pair.0, local: local, contribution: contribution,
        before: isFirst ? nil : before, after: isFirst ? contribution : before + contribution)
    }
  }

  /// Whether a node's operation has no derivative at its operands.
  func isKink(
    _ operation: Operator, _ node: NodeID, _ operands: [NodeID], in graph: Graph
  ) -> Bool {
    let points = operands.map { values[$0.offset] }
    guard points.allSatisfy({ !$0.isNaN }) else { return false }
    return operation.hasKink(points.map { $0...$0 }, graph.settings(of: node))
  }
}
