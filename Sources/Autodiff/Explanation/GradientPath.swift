/// One way of a gradient from an output down to a node: the local derivatives it is multiplied by.
public struct GradientPath: Sendable {
  /// The nodes, from the output to the target.
  public let nodes: [NodeID]
  /// For each step the place of the next node among the operands of the one before.
  public let places: [Int]
  /// The local derivative along each step.
  public let factors: [Double]
  /// The product of the factors, from the output down, as the backward pass multiplies.
  public let product: Double

  /// The local derivative along a step as the rule that computes it.
  public func formula(of step: Int, in state: GraphState) -> Formula {
    let (node, graph) = (nodes[step], state.graph)
    guard let operation = graph.operation(of: node) else { return Formula(factors[step]) }
    if let operand = operand(of: operation, step, in: state) { return state.formula(for: operand) }
    let formulas = operation.derivativeFormulas(
      graph.operands(of: node).map(state.formula), state.formula(for: node),
      graph.settings(of: node))
    return formulas[places[step]] ?? Formula(factors[step])
  }

  /// How many operands are worth a look at which of them a rule needs.
  private static let many = 12

  /// The operand whose number a local derivative is, as in a weighted sum; nil if there is none.
  ///
  /// It is found with numbers for names, so that of a thousand operands only one is written out.
  private func operand(of operation: Operator, _ step: Int, in state: GraphState) -> NodeID? {
    let node = nodes[step]
    let operands = Array(state.graph.operands(of: node))
    guard operands.count > GradientPath.many else { return nil }
    let numbered = operands.enumerated().map { Formula(String($0), state.value(of: $1)) }
    let formulas = operation.derivativeFormulas(
      numbered, Formula("result", state.value(of: node)), state.graph.settings(of: node))
    guard case .variable(let name, _)? = formulas[places[step]]?.tree, let place = Int(name)
    else { return nil }
    return operands[place]
  }
}

/// The paths with the largest products, and what there is to say about all of them together.
public struct BestPaths: Sendable {
  /// The best, the largest product first.
  public let paths: [GradientPath]
  /// How many paths there are along which anything is sent.
  public let count: Double
  /// The sum of all products: the gradient.
  public let sum: Double
  /// The sum of the magnitudes of all products; the gradient is smaller where paths cancel.
  public let magnitude: Double
}
