/// x moved towards zero by lambd, and 0 where it would cross.
enum Softshrink: UnaryRule {
  static let name = "softshrink"
  static let summary = "x moved towards zero by lambd"
  static let settings = [Setting("lambd", 0.5, "how far", in: 0 ... .infinity)]
  static let samples: [[Double]] = [[-2], [0.2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .> s[0], x - s[0], N.choose(x .< -s[0], x + s[0], 0 * x))
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(N.call(Absolute.self, x) .<= s[0], N(0), N(1))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(s[0]) || box[0].contains(-s[0])
  }
}
