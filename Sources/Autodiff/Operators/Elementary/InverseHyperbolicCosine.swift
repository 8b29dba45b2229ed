/// The positive number whose hyperbolic cosine is x.
enum InverseHyperbolicCosine: ElementaryRule {
  static let name = "acosh"
  static let aliases = ["arccosh"]
  static let summary = "the positive number whose hyperbolic cosine is x"
  static let domain: Domain? = Domain("x ≥ 1") { $0[0] >= 1 }
  static let samples: [[Double]] = [[1.5], [2], [10]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cAcosh(x) }

  // Not x² − 1, which loses its digits near 1; left of 1, where there is no value, it has the better
  // sign of zero.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.usually(
      1 / N.call(SquareRoot.self, (x - 1) * (x + 1)), unless: x .< 1,
      1 / N.call(SquareRoot.self, x.squared - 1))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(1)
  }
}
