/// The p-norm (Σ|xᵢ|^p)^(1/p): the length for p = 2, the largest magnitude for p = ∞, and the
/// number of operands that are not zero for p = 0.
enum Norm: VariadicRule {
  static let name = "norm"
  static let summary = "the length of the vector of the elements"
  static let settings = [Setting("p", 2, "the power that is summed", in: 0 ... .infinity)]
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    let sizes = x.map { N.call(Absolute.self, $0) }
    switch s[0] {
    case 0: return N.call(Sum.self, sizes.map { N.choose($0 .== 0, N(0), N(1)) })
    case 1: return N.call(Sum.self, sizes)
    case 2: return N.call(SquareRoot.self, N.call(Sum.self, x.map(\.squared)))
    case .infinity: return N.call(Amax.self, sizes)
    default:
      let sum = N.call(Sum.self, sizes.map { N.call(Power.self, $0, N(s[0])) })
      return N.call(Power.self, sum, N(1 / s[0]))
    }
  }

  // A power other than these is taken of numbers up to 1, so that none overflows and the root is
  // right to the last digits.
  static func compute(_ x: [Double], _ s: Settings) -> Double {
    guard ![0, 1, 2, .infinity].contains(s[0]) else { return value(x, s) }
    let largest = Amax.compute(x.map(\.magnitude), .none)
    guard largest > 0, largest.isFinite else { return largest }
    let sum = Sum.compute(x.map { cPow($0.magnitude / largest, s[0]) }, .none)
    return largest * cPow(sum, 1 / s[0])
  }

  // At the zero vector the gradient is 0, as in PyTorch.
  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    switch s[0] {
    case 0: return x.map { _ in N(0) }
    case 1: return x.map { N.call(Sign.self, $0) }
    case 2: return x.map { N.usually($0 / y, unless: y .== 0, N(0)) }
    case .infinity:
      let hits = x.map(hit(of: y))
      let count = N.total(hits)
      return zip(x, hits).map { N.call(Sign.self, $0) * $1 / count }
    default:
      return x.map { x in
        N.usually(
          N.call(Sign.self, x)
            * N.call(Power.self, N.call(Absolute.self, x) / y, N(s[0] - 1)),
          unless: x .== 0, N(0))
      }
    }
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    switch s[0] {
    case .infinity: Amax.hasTie(box.map(magnitudes))
    case let p where p > 1: box.allSatisfy { $0.contains(0) }
    default: box.contains { $0.contains(0) }
    }
  }

  /// Whether a number has the largest magnitude: 1 if so, or if it is nan, else 0.
  private static func hit<N: Number>(of y: N) -> (N) -> N {
    { x in
      let size = N.call(Absolute.self, x)
      return N.usually(
        N.indicator(size .== y), unless: N.indicator(size .== size) .== 0, N(1))
    }
  }

  private static func magnitudes(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let (a, b) = (abs(range.lowerBound), abs(range.upperBound))
    return (range.contains(0) ? 0 : min(a, b))...max(a, b)
  }
}
