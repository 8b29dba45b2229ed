/// The smallest operand; several that are equal share the gradient, as in `torch.amin`.
enum Amin: VariadicRule {
  static let name = "amin"
  static let aliases = ["min"]
  /// Of a list, `min` means nothing else.
  static let word = "min"
  static let summary = "the smallest element; equal ones share the gradient"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: [Double], _ s: Settings) -> Double { x[Argmin.place(in: x)] }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Amin.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    Amax.sharesOfEqual(x, to: y)
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    hasTie(box)
  }

  /// Whether more than one range may hold the smallest number.
  static func hasTie(_ box: [ClosedRange<Double>]) -> Bool {
    let smallest = box.map(\.upperBound).min() ?? 0
    return box.count { $0.lowerBound <= smallest } > 1
  }
}
