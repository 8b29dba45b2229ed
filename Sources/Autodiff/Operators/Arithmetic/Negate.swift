/// The number with the other sign, −x.
enum Negate: UnaryRule {
  static let name = "neg"
  static let summary = "the number with the other sign"
  static let notation = Notation.prefix("-", .sign)
  static let samples: [[Double]] = [[2], [-0.5]]

  static func value<N: Number>(_ x: N, _ s: Settings) -> N { -x }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { N(-1) }
}
