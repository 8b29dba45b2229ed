/// The larger of two numbers; at a tie each gets half the gradient, as in `torch.maximum`.
enum Maximum: ElementaryBinaryRule {
  static let name = "max"
  static let aliases = ["maximum"]
  static let summary = "the larger of two numbers"
  static let samples: [[Double]] = [[1, 2], [2, -1]]

  // A sum of nan and anything is nan, which a comparison alone would lose.
  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double {
    Double.max(a, b)
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.choose(a .== b, N(0.5), N.choose(a .< b, N(0), N(1)))
  }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.choose(a .== b, N(0.5), N.choose(b .< a, N(0), N(1)))
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].overlaps(box[1])
  }
}
