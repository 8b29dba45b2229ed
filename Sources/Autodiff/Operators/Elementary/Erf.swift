/// The error function 2/√π·∫ e^(−t²) dt from 0 to x.
enum Erf: ElementaryRule {
  static let name = "erf"
  static let summary = "the error function"
  static let samples: [[Double]] = [[-1.2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cErf(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N {
    2 * N.call(Exp.self, -x.squared) / N.named("√π", 1.772453850905516)
  }
}
