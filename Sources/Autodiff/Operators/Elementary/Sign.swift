/// The sign of a number: 1, −1, or 0 at zero, and 0 for nan as in PyTorch.
enum Sign: UnaryRule {
  static let name = "sign"
  static let aliases = ["sgn"]
  static let summary = "1 for positive numbers, -1 for negative ones, 0 at zero"
  static let samples: [[Double]] = [[2], [-0.5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .> 0, N(1), N.choose(x .< 0, N(-1), N(0)))
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0)
  }
}
