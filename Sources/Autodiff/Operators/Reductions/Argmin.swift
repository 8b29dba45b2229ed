/// The place of the smallest operand, from 1; the first of several that are equal.
enum Argmin: VariadicRule {
  static let name = "argmin"
  static let summary = "the place of the smallest element, from 1"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]
  static let stopsGradient = true

  static func compute(_ x: [Double], _ s: Settings) -> Double { Double(place(in: x) + 1) }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Argmin.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    x.map { _ in nil }
  }

  static func hasKink(in box: [ClosedRange<Double>], _ s: Settings) -> Bool {
    Amin.hasTie(box)
  }

  /// The place from 0; that of the first nan, if there is one, so that it is not lost.
  static func place(in x: [Double]) -> Int {
    if let undefined = x.firstIndex(where: \.isNaN) { return undefined }
    return x.indices.dropFirst().reduce(0) { x[$1] < x[$0] ? $1 : $0 }
  }
}
