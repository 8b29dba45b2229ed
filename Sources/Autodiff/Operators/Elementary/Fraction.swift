/// What `trunc` cuts off.
enum Fraction: UnaryRule {
  static let name = "frac"
  static let summary = "the fraction, with the sign of the number"
  static let samples: [[Double]] = [[1.2], [-2.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x - N.call(Truncate.self, x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(1) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].containsWholeNumberButZero
  }
}
