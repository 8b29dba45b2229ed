/// What tanh takes off a number.
enum Tanhshrink: UnaryRule {
  static let name = "tanhshrink"
  static let summary = "x - tanh(x)"
  static let samples: [[Double]] = [[-2], [0.7], [0.1]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x - N.call(Tanh.self, x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.call(Tanh.self, x).squared
  }

  // (x·cosh x − sinh x)/cosh x: near zero, where x and tanh x are nearly equal, the series
  // Σ 2k/(2k + 1)!·x^(2k + 1) of the numerator has no cancellation.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    guard x.magnitude < 1 else { return value(x, s) }
    var (sum, term) = (0.0, x)
    for k in stride(from: 1.0, through: 10, by: 1) {
      term *= x * x / (2 * k * (2 * k + 1))
      sum += 2 * k * term
    }
    return sum / cCosh(x)
  }
}
