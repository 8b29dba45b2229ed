/// a^b: a product of b factors a, and its continuation to every b where a is positive.
enum Power: ElementaryBinaryRule {
  static let name = "pow"
  static let summary = "a to the power b"
  static let domain: Domain? = Domain("a > 0, or a whole number b, from 0 where a = 0") {
    isDefined($0[0], $0[1])
  }
  static let notation = Notation.infix("^", .power)
  static let samples: [[Double]] = [[2, 3], [0.5, -1.5], [3, 0.25], [1.2, 0]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside:
      "a negative base takes whole powers only, and 0 none below 0: take abs(a), or add a little"
    case .overflow:
      "what grows like this wants smaller steps or smaller inputs"
    case .slope:
      "a power below 1 has an infinite slope at 0: add a little, as in (a + 1e-12)^b"
    }
  }

  /// Whether a^b is a number: not for a root of what is negative, nor for 1 divided by 0.
  private static func isDefined(_ a: Double, _ b: Double) -> Bool {
    a > 0 || (b == b.rounded() && (a != 0 || b >= 0))
  }

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double {
    b == 2 ? a.squared : b == 1 ? a : cPow(a, b)
  }

  // With the exponent 0 the power is 1 for every a, also at a = 0, where the rule would give 0·∞.
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    let rule = { b * N.call(Power.self, a, b - 1) }
    return N.usually(rule(), unless: b .== 0, N.choose(a .== 0, N(0), rule()))
  }

  // At a = 0 the power is 0 for every b > 0, so it does not change with b.
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(
      y * N.call(Log.self, a), unless: a .== 0,
      N.choose(b .>= 0, N(0), y * N.call(Log.self, a)))
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) && !(box[1].lowerBound == box[1].upperBound && isSmooth(box[1].lowerBound))
  }

  /// Whether a^b has a derivative at a = 0.
  private static func isSmooth(_ b: Double) -> Bool {
    b > 1 || (b >= 0 && b == b.rounded())
  }
}
