/// 1 where a is at least b, else 0.
enum GreaterOrEqual: BinaryRule {
  static let name = "ge"
  static let summary = "1 where a is at least b, else 0"
  static let notation = Notation.infix(">=", .comparison)
  static let samples: [[Double]] = [[1, 2], [2, 1]]

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.choose(a .>= b, N(1), N(0))
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].overlaps(box[1])
  }
}
