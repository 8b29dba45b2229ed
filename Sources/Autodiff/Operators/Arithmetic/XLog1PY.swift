/// The product a·ln(1 + b), with 0·ln(0) = 0, and right to the last digits for small b.
enum XLog1PY: BinaryRule {
  static let name = "xlog1py"
  static let summary = "a times the natural logarithm of 1 + b, 0 where a is 0"
  static let domain: Domain? = Domain("b > -1") { $0[1] > -1 }
  static let samples: [[Double]] = [[2, 3], [-1.5, -0.25]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "this is the logarithm in bce: where a probability reaches 0 or 1, take bce_with_logits of the logit"
    default: nil
    }
  }

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.usually(a * N.call(Log1p.self, b), unless: a .== 0, N.choose(b .== b, N(0), b))
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(
      N.call(Log1p.self, b), unless: a .== 0, N.choose(b .<= -1, N(0), N.call(Log1p.self, b)))
  }

  // Where a is 0 so is the product for every b, also at the edge, where the rule would give 0/0.
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(a / (1 + b), unless: a .== 0, N.choose(b .== -1, N(0), a / (1 + b)))
  }
}
