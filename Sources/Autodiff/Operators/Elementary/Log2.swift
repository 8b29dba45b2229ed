/// The logarithm to base 2.
enum Log2: ElementaryRule {
  static let name = "log2"
  static let summary = "the logarithm to base 2"
  static let domain: Domain? = Domain("x > 0") { $0[0] > 0 }
  static let samples: [[Double]] = [[0.1], [1], [7.5]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "keep x away from 0, as in log2(x + 1e-12)"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cLog2(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    1 / (x * N.named("ln 2", 0.6931471805599453))
  }
}
