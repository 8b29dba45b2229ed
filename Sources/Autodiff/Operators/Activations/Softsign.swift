/// x/(1 + |x|): like tanh, but slower to flatten.
enum Softsign: UnaryRule {
  static let name = "softsign"
  static let summary = "x / (1 + |x|), from -1 to 1"
  static let samples: [[Double]] = [[-2], [0.7], [5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { x / (1 + N.call(Absolute.self, x)) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    (1 - N.call(Absolute.self, y)).squared
  }
}
