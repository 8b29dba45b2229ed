/// The sigmoid linear unit x·σ(x), also called swish (Elfwing and others, 2017).
enum SiLU: UnaryRule {
  static let name = "silu"
  static let aliases = ["swish"]
  static let summary = "x times its sigmoid"
  static let samples: [[Double]] = [[-3], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x * N.call(Sigmoid.self, x) }

  // σ(−x) is 1 − σ(x) without the cancellation where σ(x) is nearly 1.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.call(Sigmoid.self, x) * (1 + x * N.call(Sigmoid.self, -x))
  }

  // Far left the sigmoid has few digits or none, while its product with x still has them all.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    (-800 ... -600).contains(x) ? x * cExp(x / 2) * cExp(x / 2) : value(x, s)
  }
}
