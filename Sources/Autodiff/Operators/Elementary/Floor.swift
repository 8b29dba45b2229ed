/// The next whole number below.
enum Floor: ElementaryRule {
  static let name = "floor"
  static let summary = "the largest whole number that is not larger"
  static let layout = Layout.enclosed("⌊", "⌋")
  static let samples: [[Double]] = [[1.5], [-2.3]]

  static func compute(_ x: Double, _ s: Settings) -> Double { x.rounded(.down) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].containsWholeNumber
  }
}
