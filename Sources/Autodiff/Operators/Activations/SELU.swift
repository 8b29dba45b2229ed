/// The exponential linear unit that keeps mean 0 and variance 1 (Klambauer and others, 2017).
enum SELU: UnaryRule {
  static let name = "selu"
  static let summary = "an exponential linear unit that keeps the scale of its inputs"
  static let samples: [[Double]] = [[-2], [0.7]]

  /// The slope right of zero, and the depth left of it, from the paper.
  private static let scale = 1.0507009873554804934193349852946
  private static let depth = 1.7580993408473768599402175208123

  static func value<N: Number>(_ x: N, _ s: Settings) -> N {
    N.choose(x .<= 0, depth * N.call(Expm1.self, x), scale * x)
  }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    N.choose(x .<= 0, depth * N.call(Exp.self, x), N(scale))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0)
  }
}
