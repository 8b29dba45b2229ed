/// The length √(Σxᵢ²) also where the squares overflow or vanish, as `hypot` does for two numbers.
///
/// `norm` is PyTorch's and does not: it is infinite where the squares are.
enum EuclideanNorm: VariadicRule {
  static let name = "euclidean_norm"
  static let summary = "the length of the vector of the elements, with no overflow on the way"
  static let layout = Layout.length
  static let samples = Norm.samples

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { Norm.value(x, two) }

  // Numbers whose squares may overflow or vanish are divided by a power of two, which rounds
  // nothing.
  static func compute(_ x: [Double], _ s: Settings) -> Double {
    let norm = Norm.compute(x, two)
    guard !(1e-140...1e150).contains(norm) else { return norm }
    let largest = Amax.compute(x.map(\.magnitude), .none)
    guard largest > 0, largest.isFinite else { return norm }
    let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    return scale * Norm.compute(x.map { $0 / scale }, two)
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    Norm.derivatives(x, y, two)
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    Norm.hasKink(in: box, two)
  }

  private static let two = Settings([2])
}
