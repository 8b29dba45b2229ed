/// One divided by the square root, 1/√x.
enum ReciprocalSquareRoot: UnaryRule {
  static let name = "rsqrt"
  static let summary = "one divided by the square root"
  static let domain: Domain? = Domain("x > 0") { $0[0] > 0 }
  static let samples: [[Double]] = [[0.25], [2], [100]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .overflow, .slope:
      "keep x above 0, as in rsqrt(x + 1e-12)"
    }
  }

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { 1 / N.call(SquareRoot.self, x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { -y / (2 * x) }
}
