/// The mean squared distance from the mean; `correction` is taken off the number of operands.
enum Variance: VariadicRule {
  static let name = "var"
  static let summary = "the variance of the elements"
  static let settings = [Setting("correction", 1, "what is taken off the number of elements")]
  static let samples: [[Double]] = [[1, -2, 3.5], [2, 2.5]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    let mean = N.call(Mean.self, x)
    return N.call(Sum.self, x.map { ($0 - mean).squared }) / divisor(x.count, s)
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let mean = N.call(Mean.self, x)
    return x.map { 2 * ($0 - mean) / divisor(x.count, s) }
  }

  /// The number of operands less the correction, but not below zero.
  static func divisor<N: Number>(_ count: Int, _ s: Settings) -> N {
    N(max(Double(count) - s[0], 0))
  }
}
