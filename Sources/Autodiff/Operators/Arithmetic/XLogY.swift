/// The product a·ln(b), with 0·ln(0) = 0.
enum XLogY: BinaryRule {
  static let name = "xlogy"
  static let summary = "a times the natural logarithm of b, 0 where a is 0"
  static let domain: Domain? = Domain("b > 0") { $0[1] > 0 }
  static let samples: [[Double]] = [[2, 3], [-1.5, 0.25]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "this is the logarithm in bce: where a probability reaches 0 or 1, take bce_with_logits of the logit"
    default: nil
    }
  }

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.usually(a * N.call(Log.self, b), unless: a .== 0, N.choose(b .== b, N(0), b))
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(
      N.call(Log.self, b), unless: a .== 0, N.choose(b .<= 0, N(0), N.call(Log.self, b)))
  }

  // Where a is 0 so is the product for every b, also at b = 0, where the rule would give 0/0.
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(a / b, unless: a .== 0, N.choose(b .== 0, N(0), a / b))
  }
}
