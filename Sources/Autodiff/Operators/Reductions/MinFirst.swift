/// The smallest operand; the first of several that are equal gets the gradient, as in
/// `torch.min(dim)`.
enum MinFirst: VariadicRule {
  static let name = "min_first"
  static let summary = "the smallest element; the first of equal ones gets the gradient"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: [Double], _ s: Settings) -> Double { x[Argmin.place(in: x)] }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(MinFirst.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let place = N.call(Argmin.self, x)
    return x.indices.map { N.indicator(place .== Double($0 + 1)) }
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    Amin.hasTie(box)
  }
}
