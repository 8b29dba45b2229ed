/// The exponential function.
enum Exp: ElementaryRule {
  static let name = "exp"
  static let summary = "e to the power x"
  static let samples: [[Double]] = [[-1.5], [0], [2]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .overflow:
      "logsumexp, softmax and softplus take large numbers without an exp on the way that overflows"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cExp(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { y }
}
