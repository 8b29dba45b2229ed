/// The activation that does nothing.
enum Linear: UnaryRule {
  static let name = "linear"
  static let aliases = ["identity"]
  static let summary = "the number itself"
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(1) }
}
