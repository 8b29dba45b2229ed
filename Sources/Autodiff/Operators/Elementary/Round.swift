/// The nearest whole number; a half goes to the even one, as in PyTorch.
enum Round: ElementaryRule {
  static let name = "round"
  static let summary = "the nearest whole number, a half to the even one"
  static let samples: [[Double]] = [[1.2], [-2.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { x.rounded(.toNearestOrEven) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].containsHalf
  }
}
