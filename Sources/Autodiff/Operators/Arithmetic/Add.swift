/// The sum a + b.
enum Add: BinaryRule {
  static let name = "add"
  static let summary = "the sum of two numbers"
  static let notation = Notation.infix("+", .addition)
  static let samples: [[Double]] = [[2, 3], [-1.5, 0.25]]

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N { a + b }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(1) }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(1) }
}
