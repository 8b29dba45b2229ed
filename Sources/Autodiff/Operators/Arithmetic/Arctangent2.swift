/// The angle of the point (b, a), from −π to π.
enum Arctangent2: ElementaryBinaryRule {
  static let name = "atan2"
  static let aliases = ["arctan2"]
  static let summary = "the angle of the point with height a and width b"
  static let domain: Domain? = Domain("a and b not both 0") { $0 != [0, 0] }
  static let samples: [[Double]] = [[1, 2], [2, -1], [-0.5, -3]]

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double { cAtan2(a, b) }

  // b/(a² + b²), in an order in which no square overflows or vanishes.
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    b / N.call(Hypotenuse.self, a, b) / N.call(Hypotenuse.self, a, b)
  }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    -a / N.call(Hypotenuse.self, a, b) / N.call(Hypotenuse.self, a, b)
  }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) && box[1].lowerBound <= 0
  }
}
