/// The function ln(e^a + e^b), with no overflow on the way.
enum LogAddExp: BinaryRule {
  static let name = "logaddexp"
  static let summary = "the logarithm of e^a + e^b"
  static let samples: [[Double]] = [[1, 2], [-0.5, -3], [1, 1]]

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.call(Maximum.self, a, b)
      + N.call(Log1p.self, N.call(Exp.self, -N.call(Absolute.self, a - b)))
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.call(Sigmoid.self, a - b)
  }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.call(Sigmoid.self, b - a)
  }

  // Two equal infinities have no difference.
  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double {
    a == b && a.isInfinite ? a : value(a, b, s)
  }
}
