/// The distance from zero, |x|.
enum Absolute: ElementaryRule {
  static let name = "abs"
  static let summary = "the number without its sign"
  static let layout = Layout.enclosed("|", "|")
  static let samples: [[Double]] = [[2], [-0.5]]

  static func compute(_ x: Double, _ s: Settings) -> Double { Double.abs(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N.call(Sign.self, x) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0)
  }
}
