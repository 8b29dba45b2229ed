/// One term of a weighted sum: its product, and the sum so far.
public struct WeightedTerm: Sendable {
  /// The product of a weight and an input, or the bias, with names and numbers.
  public let formula: Formula
  /// The number it adds.
  public let value: Double
  /// The sum up to and with it, in the order the node adds its terms.
  public let sum: Double
}

extension Tape {
  /// The terms of a node that is a weighted sum, in the order they are added; none for any other.
  public func terms(of node: NodeID, in graph: Graph) -> [WeightedTerm] {
    guard graph.operation(of: node)?.layout == .weightedSum else { return [] }
    let operands = graph.operands(of: node).map { graph.formula(for: $0, with: values) }
    let count = operands.count / 2
    let products = (0..<count).map { operands[$0] * operands[count + $0] }
    var sum: Double?
    return (products + operands.dropFirst(2 * count)).map { formula in
      let value = formula.number ?? .nan
      let next = sum.map { $0 + value } ?? value
      sum = next
      return WeightedTerm(formula: formula, value: value, sum: next)
    }
  }
}
