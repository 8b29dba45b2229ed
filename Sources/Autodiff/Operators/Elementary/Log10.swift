/// The logarithm to base 10.
enum Log10: ElementaryRule {
  static let name = "log10"
  static let summary = "the logarithm to base 10"
  static let domain: Domain? = Domain("x > 0") { $0[0] > 0 }
  static let samples: [[Double]] = [[0.1], [1], [7.5]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "keep x away from 0, as in log10(x + 1e-12)"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cLog10(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    1 / (x * N.named("ln 10", 2.302585092994046))
  }
}
