/// The natural logarithm.
enum Log: ElementaryRule {
  static let name = "log"
  static let aliases = ["ln"]
  static let summary = "the natural logarithm"
  static let domain: Domain? = Domain("x > 0") { $0[0] > 0 }
  static let samples: [[Double]] = [[0.1], [1], [7.5]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .slope:
      "where a probability reaches 0, take cross_entropy or bce_with_logits of the logits, or clamp it"
    default: nil
    }
  }

  static func compute(_ x: Double, _ s: Settings) -> Double { cLog(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / x }
}
