/// e^x − 1, also right to the last digits where x is tiny.
enum Expm1: ElementaryRule {
  static let name = "expm1"
  static let summary = "e to the power x, minus 1"
  static let samples: [[Double]] = [[-1.5], [0], [2]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .overflow:
      "logsumexp, softmax and softplus take large numbers without an exp on the way that overflows"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cExpm1(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { y + 1 }
}
