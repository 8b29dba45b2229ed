/// The square root √x.
enum SquareRoot: ElementaryRule {
  static let name = "sqrt"
  static let summary = "the square root"
  static let domain: Domain? = Domain("x ≥ 0") { $0[0] >= 0 }
  static let layout = Layout.enclosed("√(", ")")
  static let samples: [[Double]] = [[0.25], [2], [100]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside:
      "what is negative has no root: take abs(x), or find out why it is negative"
    case .slope:
      "its slope is infinite at 0: add a little inside, as in sqrt(x + 1e-12)"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { Double.sqrt(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / (2 * y) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0)
  }
}
