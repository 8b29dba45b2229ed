/// The cosine of an angle in radians.
enum Cosine: ElementaryRule {
  static let name = "cos"
  static let summary = "the cosine of an angle in radians"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cCos(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { -N.call(Sine.self, x) }
}
