/// The hyperbolic tangent.
enum Tanh: ElementaryRule {
  static let name = "tanh"
  static let summary = "the hyperbolic tangent, from -1 to 1"
  static let samples: [[Double]] = [[-1.5], [0], [0.8]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cTanh(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    1 - y.squared
  }
}
