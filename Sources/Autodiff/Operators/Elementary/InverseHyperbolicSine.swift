/// The number whose hyperbolic sine is x.
enum InverseHyperbolicSine: ElementaryRule {
  static let name = "asinh"
  static let aliases = ["arcsinh"]
  static let summary = "the number whose hyperbolic sine is x"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cAsinh(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    1 / N.call(SquareRoot.self, 1 + x.squared)
  }
}
