/// The tangent of an angle in radians.
enum Tangent: ElementaryRule {
  static let name = "tan"
  static let summary = "the tangent of an angle in radians"
  static let samples: [[Double]] = [[-1], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cTan(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 + y.squared }
}
