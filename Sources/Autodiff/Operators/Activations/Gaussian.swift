/// The bell curve e^(−x²).
enum Gaussian: UnaryRule {
  static let name = "gaussian"
  static let summary = "the bell curve e^(-x^2)"
  static let samples: [[Double]] = [[-1.2], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.call(Exp.self, -x.squared) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { -(2 * y) * x }

  // What rounding x² loses is put back, for it is magnified by the exponential.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    expOfNegative(square: x, times: 1)
  }
}
