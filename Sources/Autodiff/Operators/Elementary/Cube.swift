/// The third power x³.
enum Cube: UnaryRule {
  static let name = "cube"
  static let summary = "the third power"
  static let samples: [[Double]] = [[2], [-0.5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x * x * x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 3 * x.squared }
}
