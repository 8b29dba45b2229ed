/// The angle whose tangent is x.
enum Arctangent: ElementaryRule {
  static let name = "atan"
  static let aliases = ["arctan"]
  static let summary = "the angle whose tangent is x"
  static let samples: [[Double]] = [[-2], [0], [0.7]]

  static func compute(_ x: Double, _ s: Settings) -> Double { cAtan(x) }
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N { 1 / (1 + x.squared) }
}
