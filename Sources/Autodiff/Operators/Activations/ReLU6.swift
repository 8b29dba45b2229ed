/// The rectifier that stops at 6.
enum ReLU6: UnaryRule {
  static let name = "relu6"
  static let summary = "x between 0 and 6, and the nearer bound elsewhere"
  static let samples: [[Double]] = [[-2], [0.7], [7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= 0, N(0), N.choose(x .>= 6, N(6), x))
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= 0, N(0), N.choose(x .>= 6, N(0), N(1)))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) || box[0].contains(6)
  }
}
