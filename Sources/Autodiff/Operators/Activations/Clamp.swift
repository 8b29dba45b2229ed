/// x held between two bounds; at a bound the gradient still passes, as in PyTorch.
enum Clamp: UnaryRule {
  static let name = "clamp"
  static let aliases = ["clip"]
  static let summary = "x between min and max, and the nearer bound elsewhere"
  static let settings = [
    Setting("min", -.infinity, "the lower bound"), Setting("max", .infinity, "the upper bound"),
  ]
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    let below = s[1] == .infinity ? x : N.choose(x .> s[1], N(s[1]), x)
    return s[0] == -.infinity ? below : N.choose(x .< s[0], N(s[0]), below)
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    let below = s[1] == .infinity ? N(1) : N.choose(x .<= s[1], N(1), N(0))
    return s[0] == -.infinity ? below : N.choose(x .< s[0], N(0), below)
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(s[0]) || box[0].contains(s[1])
  }
}
