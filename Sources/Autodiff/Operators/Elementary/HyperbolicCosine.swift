/// The hyperbolic cosine (e^x + e^(−x))/2.
enum HyperbolicCosine: ElementaryRule {
  static let name = "cosh"
  static let summary = "the hyperbolic cosine"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cCosh(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.call(HyperbolicSine.self, x)
  }
}
