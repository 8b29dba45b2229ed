/// The number without its fraction.
enum Truncate: ElementaryRule {
  static let name = "trunc"
  static let summary = "the number without its fraction"
  static let samples: [[Double]] = [[1.2], [-2.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { x.rounded(.towardZero) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].containsWholeNumberButZero
  }
}
