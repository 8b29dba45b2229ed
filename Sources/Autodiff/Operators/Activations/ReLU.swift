/// The rectifier: x where positive, else 0.
enum ReLU: UnaryRule {
  static let name = "relu"
  static let summary = "x where positive, 0 elsewhere"
  static let samples: [[Double]] = [[-2], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.choose(x .<= 0, N(0), x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= 0, N(0), N(1))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0)
  }
}
