/// The place of the largest operand, from 1; the first of several that are equal.
enum Argmax: VariadicRule {
  static let name = "argmax"
  static let summary = "the place of the largest element, from 1"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]
  static let stopsGradient = true

  static func compute(_ x: [Double], _ s: Settings) -> Double { Double(place(in: x) + 1) }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Argmax.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    x.map { _ in nil }
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    Amax.hasTie(box)
  }

  /// The place from 0; that of the first nan, if there is one, so that it is not lost.
  static func place<X: RandomAccessCollection<Double>>(in x: X) -> Int where X.Index == Int {
    var top = x.startIndex
    for place in x.indices {
      if x[place].isNaN { return place }
      if x[place] > x[top] { top = place }
    }
    return top
  }
}
