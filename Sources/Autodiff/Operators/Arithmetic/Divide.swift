/// The quotient a / b.
enum Divide: BinaryRule {
  static let name = "div"
  static let summary = "the quotient of two numbers"
  static let domain: Domain? = Domain("b ≠ 0") { $0[1] != 0 }
  static let notation = Notation.infix("/", .multiplication)
  static let samples: [[Double]] = [[2, 3], [-1.5, 0.25]]

  static func remedy(for trouble: Trouble) -> String? {
    switch trouble {
    case .outside, .overflow, .slope:
      "keep what is divided by away from 0, as in a/(b + 1e-8)"
    }
  }

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N { a / b }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { 1 / b }

  // Not −a/b²: squaring a large or small b would overflow or vanish where the quotient does not.
  // Not −a: where a is zero, so is the derivative, and its sign is not negative.
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { (0 - a) / b / b }
}
