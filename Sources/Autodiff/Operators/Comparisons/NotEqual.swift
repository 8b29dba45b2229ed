/// 1 where a differs from b, else 0.
enum NotEqual: BinaryRule {
  static let name = "ne"
  static let summary = "1 where a differs from b, else 0"
  static let notation = Notation.infix("!=", .comparison)
  static let samples: [[Double]] = [[1, 2], [2, 1]]

  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.choose(a .== b, N(0), N(1))
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].overlaps(box[1])
  }
}
