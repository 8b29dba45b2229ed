/// The Gaussian error linear unit x·Φ(x), with Φ the normal distribution's cumulative function, or
/// its approximation by tanh (Hendrycks and Gimpel, 2016).
enum GELU: UnaryRule {
  static let name = "gelu"
  static let summary = "x times the probability that a normal variable is below x"
  static let settings = [
    Setting("approximate", words: ["none", "tanh"], "whether to use the approximation by tanh")
  ]
  static let samples: [[Double]] = [[-3], [-0.5], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    s[0] == 1 ? x / 2 * (1 + N.call(Tanh.self, inner(x))) : x / 2 * tail(x)
  }

  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    guard s[0] == 1 else {
      return tail(x) / 2
        + x * N.call(Exp.self, -x.squared / 2) / N.named("√(2π)", 2.5066282746310007)
    }
    // 1/cosh² is 1 − tanh² without the cancellation where tanh is nearly 1; the squares of x are
    // multiplied last, so that they meet a zero before they overflow.
    let bump = x / N.call(HyperbolicCosine.self, inner(x)).squared
    return (1 + N.call(Tanh.self, inner(x))) / 2
      + N.named("√(2/π)", 0.7978845608028654) * (bump + 0.134145 * bump * x * x) / 2
  }

  static func compute(_ x: Double, _ s: Settings) -> Double {
    guard x < 0 else { return value(x, s) }
    return s[0] == 1 ? GELUTail.approximate(x) : GELUTail.exact(x)
  }

  /// Twice the probability that a normal variable is below x.
  private static func tail<N: Number>(_ x: N) -> N {
    N.call(Erfc.self, -x / N.named("√2", 1.4142135623730951))
  }

  private static func inner<N: Number>(_ x: N) -> N {
    N.named("√(2/π)", 0.7978845608028654) * (x + 0.044715 * N.call(Power.self, x, N(3)))
  }
}
