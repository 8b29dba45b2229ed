/// The exponential linear unit (Clevert, Unterthiner and Hochreiter, 2015).
enum ELU: UnaryRule {
  static let name = "elu"
  static let summary = "x where positive, alpha*(e^x - 1) elsewhere"
  static let settings = [Setting("alpha", 1, "how far below zero it goes")]
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= 0, s[0] * N.call(Expm1.self, x), x)
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= 0, s[0] * N.call(Exp.self, x), N(1))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) && s[0] != 1
  }
}
