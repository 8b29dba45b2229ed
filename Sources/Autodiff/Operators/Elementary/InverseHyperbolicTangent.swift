/// The number whose hyperbolic tangent is x.
enum InverseHyperbolicTangent: ElementaryRule {
  static let name = "atanh"
  static let aliases = ["arctanh"]
  static let summary = "the number whose hyperbolic tangent is x"
  static let domain: Domain? = Domain("-1 < x < 1") { abs($0[0]) < 1 }
  static let samples: [[Double]] = [[-0.9], [0], [0.6]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "keep x between -1 and 1, as in atanh(clamp(x, -0.999, 0.999))"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cAtanh(x) }

  // Not 1 − x², which loses its digits near ±1.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / ((1 - x) * (1 + x)) }
}
