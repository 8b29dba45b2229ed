/// 1 − erf(x), also right to the last digits where erf(x) is nearly 1.
enum Erfc: ElementaryRule {
  static let name = "erfc"
  static let summary = "1 minus the error function"
  static let samples: [[Double]] = [[-1.2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cErfc(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    -2 * N.call(Exp.self, -x.squared) / N.named("√π", 1.772453850905516)
  }
}
