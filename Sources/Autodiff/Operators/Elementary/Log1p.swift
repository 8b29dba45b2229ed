/// ln(1 + x), also right to the last digits where x is tiny.
enum Log1p: ElementaryRule {
  static let name = "log1p"
  static let summary = "the natural logarithm of 1 + x"
  static let domain: Domain? = Domain("x > -1") { $0[0] > -1 }
  static let samples: [[Double]] = [[-0.5], [0], [3]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "keep x above -1, as in log1p(max(x, -0.999))"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cLog1p(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / (1 + x) }
}
