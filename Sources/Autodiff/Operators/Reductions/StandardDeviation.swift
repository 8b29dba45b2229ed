/// The square root of the variance.
enum StandardDeviation: VariadicRule {
  static let name = "std"
  static let summary = "the standard deviation of the elements"
  static let settings = Variance.settings
  static let samples: [[Double]] = [[1, -2, 3.5], [2, 2.5]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    N.call(SquareRoot.self, N.call(Variance.self, x, s))
  }

  // Where all are equal the gradient is 0, as in PyTorch.
  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let mean = N.call(Mean.self, x)
    return x.map {
      N.usually(($0 - mean) / (Variance.divisor(x.count, s) * y), unless: y .== 0, N(0))
    }
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    let (highest, lowest) = (box.map(\.lowerBound).max() ?? 0, box.map(\.upperBound).min() ?? 0)
    return highest <= lowest
  }
}
