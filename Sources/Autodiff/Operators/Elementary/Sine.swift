/// The sine of an angle in radians.
enum Sine: ElementaryRule {
  static let name = "sin"
  static let summary = "the sine of an angle in radians"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cSin(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N.call(Cosine.self, x) }
}
