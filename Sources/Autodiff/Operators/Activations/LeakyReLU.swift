/// A rectifier that lets a part of the negative side through.
enum LeakyReLU: UnaryRule {
  static let name = "leaky_relu"
  static let summary = "x where positive, a small multiple of x elsewhere"
  static let settings = [Setting("negative_slope", 0.01, "the slope left of zero")]
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.choose(x .> 0, x, s[0] * x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .> 0, N(1), N(s[0]))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) && s[0] != 1
  }
}
