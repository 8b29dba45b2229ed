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
    let operands = Array(graph.operands(of: node))
    let settings = graph.settings(of: node)
    let locals = operation.derivatives(
      operands.map { values[$0.offset] }, values[node.offset], settings)
    let formulas = operation.derivativeFormulas(
      operands.map { graph.formula(for: $0, with: values) },
      graph.formula(for: node, with: values), settings)
    let upstream = adjoints[node.offset]
    let first = graph.operandRange(of: node.offset).lowerBound
    return operands.indices.compactMap { place in
      guard let local = locals[place], let formula = formulas[place],
        graph.isVariable(operands[place]), !(operation.routes && local == 0)
      else { return nil }
      let contribution = upstream * local
      let before = adjointsBefore[first + place]
      let isFirst = before.bitPattern == Tape.nothingYet.bitPattern
      return BackwardStep.Contribution(
        operand: operands[place], formula: formula, local: local, contribution: contribution,
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
