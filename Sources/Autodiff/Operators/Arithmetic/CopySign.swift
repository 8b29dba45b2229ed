/// The magnitude of a with the sign of b; the sign of a zero or a nan counts.
enum CopySign: ElementaryBinaryRule {
  static let name = "copysign"
  static let summary = "the magnitude of a with the sign of b"
  static let samples: [[Double]] = [[2, -3], [-1.5, -0.25]]

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double {
    Double(signOf: b, magnitudeOf: a)
  }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N {
    N.usually(y / a, unless: a .== 0, N(0))
  }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { N(0) }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) || box[1].contains(0)
  }
}
