/// An exponential linear unit that is smooth for every alpha (Barron, 2017).
enum CELU: UnaryRule {
  static let name = "celu"
  static let summary = "x where positive, alpha*(e^(x/alpha) - 1) elsewhere"
  static let settings = [Setting("alpha", 1, "how far below zero it goes")]
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= 0, s[0] * N.call(Expm1.self, x / s[0]), x)
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= 0, N.call(Exp.self, x / s[0]), N(1))
  }
}
