/// The product of any number of operands, from left to right.
enum Product: VariadicRule {
  static let name = "prod"
  static let summary = "the product of the elements"
  static let operandCount = 0...Int.max
  static let samples: [[Double]] = [[2, -3, 0.5], [2, 0, 0.5], [4]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .overflow:
      "add logarithms instead of multiplying: sum of log(x)"
    default: nil
    }
  }

  static func compute(_ x: [Double], _ s: Settings) -> Double { x.reduce(1, *) }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Product.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let size = N.call(Absolute.self, y)
    let isOrdinary = N.indicator(size .> 1e-290) * N.indicator(size .< .infinity)
    let others = productsOfOthers(x)
    return x.indices.map { index in
      N.usually(
        y / x[index], unless: isOrdinary .== 0, unusual(x[index], others(index), y))
    }
  }

  // Where a factor is zero, or y overflows or nearly vanishes, the others are multiplied. Like
  // PyTorch, an infinite or undefined factor leaves no number, unless the others make zero.
  private static func unusual<N: Number>(_ x: N, _ others: N, _ y: N) -> N {
    N.choose(0 * x .== 0, others, N.choose(others .== 0, others, y / x))
  }

  /// For each place the product of the operands before it times the product of those behind it;
  /// computed when first asked for.
  private static func productsOfOthers<N: Number>(_ x: [N]) -> (Int) -> N {
    var before: [N] = []
    var behind: [N] = []
    return { index in
      if before.isEmpty {
        before = x.reduce(into: [N(1)]) { $0.append($0[$0.count - 1] * $1) }
        behind = x.reversed().reduce(into: [N(1)]) { $0.append($1 * $0[$0.count - 1]) }
      }
      return before[index] * behind[x.count - 1 - index]
    }
  }
}
