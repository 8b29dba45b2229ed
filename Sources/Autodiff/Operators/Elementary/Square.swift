/// The square x².
enum Square: UnaryRule {
  static let name = "square"
  static let summary = "the number times itself"
  static let samples: [[Double]] = [[3], [-0.5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x * x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 2 * x }
}
