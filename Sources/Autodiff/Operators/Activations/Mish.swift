/// The activation x·tanh(softplus(x)) (Misra, 2019).
enum Mish: UnaryRule {
  static let name = "mish"
  static let summary = "x times the tanh of its softplus"
  static let samples: [[Double]] = [[-3], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    x * N.call(Tanh.self, N.call(Softplus.self, x))
  }

  // 1/cosh² is 1 − tanh² without the cancellation where tanh is nearly 1.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    let softplus = N.call(Softplus.self, x)
    return N.call(Tanh.self, softplus)
      + x * N.call(Sigmoid.self, x) / N.call(HyperbolicCosine.self, softplus).squared
  }

  // Far left tanh(softplus(x)) is e^x with few digits or none, while its product with x still has
  // them all.
  static func compute(_ x: Double, _ s: Settings) -> Double {
    (-800 ... -600).contains(x) ? x * cExp(x / 2) * cExp(x / 2) : value(x, s)
  }
}
