/// The angle whose cosine is x.
enum Arccosine: ElementaryRule {
  static let name = "acos"
  static let aliases = ["arccos"]
  static let summary = "the angle whose cosine is x"
  static let domain: Domain? = Domain("-1 ≤ x ≤ 1") { abs($0[0]) <= 1 }
  static let samples: [[Double]] = [[-0.9], [0], [0.6]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside:
      "keep x between -1 and 1, as in acos(clamp(x, -1, 1))"
    case .slope:
      "its slope is infinite at -1 and 1: keep x inside, as in acos(0.999*x)"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cAcos(x) }

  // Not 1 − x², which loses its digits near ±1.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    -1 / N.call(SquareRoot.self, (1 - x) * (1 + x))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(-1) || box[0].contains(1)
  }
}
