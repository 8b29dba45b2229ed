/// The largest operand; several that are equal share the gradient, as in `torch.amax`.
enum Amax: VariadicRule {
  static let name = "amax"
  static let aliases = ["max"]
  /// Of a list, `max` means nothing else.
  static let word = "max"
  static let summary = "the largest element; equal ones share the gradient"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: [Double], _ s: Settings) -> Double { x[Argmax.place(in: x)] }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Amax.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    sharesOfEqual(x, to: y)
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    hasTie(box)
  }

  /// 1 by the number of operands that equal y, for each of these; 0 for the others.
  static func sharesOfEqual<N: Number>(_ x: [N], to y: N) -> [N?] {
    let hits = x.map { N.indicator($0 .== y) }
    let count = N.total(hits)
    return hits.map { $0 / count }
  }

  /// Whether more than one range may hold the largest number.
  static func hasTie(_ box: [ClosedRange<Double>]) -> Bool {
    let largest = box.map(\.lowerBound).max() ?? 0
    return box.count { $0.upperBound >= largest } > 1
  }
}
