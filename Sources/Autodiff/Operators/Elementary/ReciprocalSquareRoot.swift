/// One divided by the square root, 1/√x.
enum ReciprocalSquareRoot: UnaryRule {
  static let name = "rsqrt"
  static let summary = "one divided by the square root"
  static let domain: Domain? = Domain("x > 0") { $0[0] > 0 }
  static let samples: [[Double]] = [[0.25], [2], [100]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { 1 / N.call(SquareRoot.self, x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { -y / (2 * x) }
}
