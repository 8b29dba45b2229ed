/// 2 to the power x.
enum Exp2: ElementaryRule {
  static let name = "exp2"
  static let summary = "2 to the power x"
  static let samples: [[Double]] = [[-1.5], [0], [3]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .overflow:
      "logsumexp, softmax and softplus take large numbers without an exp on the way that overflows"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cExp2(x) }

  // At x = 1024 the value is too large for a double and the derivative is not.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.usually(
      y * N.named("ln 2", 0.6931471805599453), unless: y .== .infinity,
      N.named("ln 4", 1.3862943611198906) * N.call(Exp2.self, x - 1))
  }
}
