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
    let formulas = operation.derivativeFormulas(
      graph.operands(of: node).map(state.formula), state.formula(for: node),
      graph.settings(of: node))
    return formulas[places[step]] ?? Formula(factors[step])
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
