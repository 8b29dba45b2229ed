/// The value of x, with no gradient flowing back through it.
enum Detach: UnaryRule {
  static let name = "detach"
  static let summary = "the same value, with the gradient stopped"
  static let samples: [[Double]] = []
  static let stopsGradient = true

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(0) }
}
