/// x times its hard sigmoid (Howard and others, 2019).
enum Hardswish: UnaryRule {
  static let name = "hardswish"
  static let summary = "x times hardsigmoid(x)"
  static let samples: [[Double]] = [[-4], [-1], [0.7], [5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x * N.call(Hardsigmoid.self, x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= -3, N(0), N.choose(x .< 3, x / 3 + 0.5, N(1)))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(-3) || box[0].contains(3)
  }
}
