/// ln(1 + e^(βx))/β: a rectifier without its corner.
enum Softplus: UnaryRule {
  static let name = "softplus"
  static let summary = "a rectifier with a rounded corner"
  static let settings = [Setting("beta", 1, "how sharp the corner is")]
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(
      x .> 0,
      x + N.call(Log1p.self, N.call(Exp.self, -(s[0] * x))) / s[0],
      N.call(Log1p.self, N.call(Exp.self, s[0] * x)) / s[0])
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.call(Sigmoid.self, s[0] * x)
  }

  // What rounding βx loses is put back, for it is magnified by the exponential.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    guard x < 0, x.isFinite else { return value(x, s) }
    let scaled = ExactSum(product: s[0], x)
    let exponential = cExp(scaled.value)
    return cLog1p(exponential + exponential * scaled.lost) / s[0]
  }
}
