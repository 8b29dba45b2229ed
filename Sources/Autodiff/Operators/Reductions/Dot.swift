/// A weighted sum Σ wᵢxᵢ, and Σ wᵢxᵢ + b for a neuron: one node, terms from left to right, a bias
/// last, every product and every addition rounded on its own.
///
/// Its operands are w₁…wₙ, x₁…xₙ and, if their number is odd, b.
enum Dot: VariadicRule {
  static let name = "dot"
  static let summary = "the weighted sum of two vectors of equal length"
  static let operandCount = 0...Int.max
  static let arrangement = Operator.Arrangement.pair
  static let layout = Layout.weightedSum
  static let samples: [[Double]] = [[1, -2, 3, 0.5], [1, -2, 3, 0.5, 0.25]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    let count = x.count / 2
    guard count > 0 else { return x.last ?? N(0) }
    var sum = x[0] * x[count]
    for index in 1..<max(count, 1) { sum = sum + x[index] * x[count + index] }
    return x.count > 2 * count ? sum + x[2 * count] : sum
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let count = x.count / 2
    var locals: [N?] = []
    locals.reserveCapacity(x.count)
    for index in count..<2 * count { locals.append(x[index]) }
    for index in 0..<count { locals.append(x[index]) }
    if x.count > 2 * count { locals.append(N(1)) }
    return locals
  }
}
