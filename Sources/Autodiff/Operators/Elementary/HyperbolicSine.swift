/// The hyperbolic sine (e^x − e^(−x))/2.
enum HyperbolicSine: ElementaryRule {
  static let name = "sinh"
  static let summary = "the hyperbolic sine"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cSinh(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.call(HyperbolicCosine.self, x)
  }
}
