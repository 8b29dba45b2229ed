/// x where it is above a threshold, else a fixed value.
enum Threshold: UnaryRule {
  static let name = "threshold"
  static let summary = "x above the threshold, a fixed value elsewhere"
  static let settings = [
    Setting("threshold", 0, "what x must be above"), Setting("value", 0, "the value elsewhere"),
  ]
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.choose(x .<= s[0], N(s[1]), x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= s[0], N(0), N(1))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(s[0])
  }
}
