/// ln(x/(1 − x)): the number whose sigmoid is x.
enum Logit: UnaryRule {
  static let name = "logit"
  static let summary = "the number whose sigmoid is x"
  static let domain: Domain? = Domain("0 < x < 1") { 0 < $0[0] && $0[0] < 1 }
  static let samples: [[Double]] = [[0.1], [0.5], [0.8]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "keep x off the ends, as in logit(clamp(x, 1e-6, 1 - 1e-6))"
    default: nil
    }
  }

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.call(Log.self, x / (1 - x)) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / (x * (1 - x)) }

  // Near 1/2 the quotient is nearly 1, and its logarithm would have few digits; 2x − 1 is exact.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    (0.25...0.75).contains(x) ? cLog1p((2 * x - 1) / (1 - x)) : cLog(x / (1 - x))
  }
}
