/// tanh made of three straight lines.
enum Hardtanh: UnaryRule {
  static let name = "hardtanh"
  static let summary = "x between min_val and max_val, and the nearer bound elsewhere"
  static let settings = [
    Setting("min_val", -1, "the lower bound"), Setting("max_val", 1, "the upper bound"),
  ]
  static let samples: [[Double]] = [[-2], [0.7], [3]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= s[0], N(s[0]), N.choose(x .>= s[1], N(s[1]), x))
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= s[0], N(0), N.choose(x .>= s[1], N(0), N(1)))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(s[0]) || box[0].contains(s[1])
  }
}
