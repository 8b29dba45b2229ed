/// What is left of a after taking b off as often as it fits; it has the sign of a.
enum Fmod: ElementaryBinaryRule {
  static let name = "fmod"
  static let summary = "the remainder of a / b with the sign of a"
  static let domain: Domain? = Domain("b ≠ 0") { $0[1] != 0 }
  static let samples: [[Double]] = [[7.5, 2], [-7.5, 2]]

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double { cFmod(a, b) }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(1) }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    -N.call(Truncate.self, a / b)
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    quotient(box[0], box[1])?.containsWholeNumberButZero ?? true
  }

  /// The range of a/b over a box; nil if b may be zero.
  static func quotient(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> ClosedRange<Double>? {
    guard !b.contains(0) else { return nil }
    let corners = [
      a.lowerBound / b.lowerBound, a.lowerBound / b.upperBound,
      a.upperBound / b.lowerBound, a.upperBound / b.upperBound,
    ]
    guard let least = corners.min(), let most = corners.max(), least <= most else { return nil }
    return least...most
  }
}
