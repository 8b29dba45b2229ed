/// The remainder of a / b with the sign of b, as `%` in Python.
enum Remainder: ElementaryBinaryRule {
  static let name = "remainder"
  static let summary = "the remainder of a / b with the sign of b"
  static let domain: Domain? = Domain("b ≠ 0") { $0[1] != 0 }
  static let samples: [[Double]] = [[7.5, 2], [-7.5, 2], [7.5, -2]]

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double {
    let rest = cFmod(a, b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(1) }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    -N.call(Floor.self, a / b)
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    Fmod.quotient(box[0], box[1])?.containsWholeNumber ?? true
  }
}
