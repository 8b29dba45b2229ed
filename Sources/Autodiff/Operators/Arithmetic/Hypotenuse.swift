/// The hypotenuse √(a² + b²), with no overflow on the way.
enum Hypotenuse: ElementaryBinaryRule {
  static let name = "hypot"
  static let summary = "the length of the hypotenuse over two legs"
  static let samples: [[Double]] = [[3, 4], [-1.5, 0.25]]

  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double { cHypot(a, b) }
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { a / y }
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N { b / y }
  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    box[0].contains(0) && box[1].contains(0)
  }
}
