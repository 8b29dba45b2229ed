/// One divided by the number, 1/x.
enum Reciprocal: UnaryRule {
  static let name = "reciprocal"
  static let summary = "one divided by the number"
  static let domain: Domain? = Domain("x ≠ 0") { $0[0] != 0 }
  static let samples: [[Double]] = [[2], [-0.5]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .overflow, .slope:
      "keep what is divided by away from 0, as in 1/(x + 1e-8)"
    }
  }

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { 1 / x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { -y.squared }
}
