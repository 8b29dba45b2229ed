/// The logarithm of the logistic function, with no overflow on the way.
enum LogSigmoid: UnaryRule {
  static let name = "logsigmoid"
  static let summary = "the logarithm of the sigmoid"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(
      x .< 0, x - N.call(Log1p.self, N.call(Exp.self, x)), -N.call(Log1p.self, N.call(Exp.self, -x))
    )
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N.call(Sigmoid.self, -x) }
}
