/// The product a · b.
enum Multiply: BinaryRule {
  static let name = "mul"
  static let summary = "the product of two numbers"
  static let notation = Notation.infix("*", .multiplication)
  static let samples: [[Double]] = [[2, 3], [-1.5, 0.25]]

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N { a * b }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { b }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { a }
}
