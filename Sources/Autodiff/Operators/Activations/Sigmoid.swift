/// The logistic function 1/(1 + e^(−x)).
enum Sigmoid: UnaryRule {
  static let name = "sigmoid"
  static let summary = "the logistic function, from 0 to 1"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  // Two spellings of one function, so that no exponential overflows.
  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(
      x .< 0, N.call(Exp.self, x) / (1 + N.call(Exp.self, x)), 1 / (1 + N.call(Exp.self, -x)))
  }

  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { y * (1 - y) }
}
