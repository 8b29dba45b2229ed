/// The logistic function made of three straight lines.
enum Hardsigmoid: UnaryRule {
  static let name = "hardsigmoid"
  static let summary = "(x + 3)/6 between 0 and 1, and the nearer bound elsewhere"
  static let samples: [[Double]] = [[-4], [0.7], [5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= -3, N(0), N.choose(x .>= 3, N(1), (x + 3) / 6))
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= -3, N(0), N.choose(x .< 3, N.named("1/6", 1.0 / 6), N(0)))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(-3) || box[0].contains(3)
  }
}
