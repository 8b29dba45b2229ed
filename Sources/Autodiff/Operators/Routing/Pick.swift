/// The element at a place: operands are the elements and, last, the place, counted from 1.
///
/// Nothing flows back to the other elements, nor to the place.
enum Pick: VariadicRule {
  static let name = "pick"
  static let summary = "the element of x at place k, counted from 1"
  static let domain: Domain? = Domain("k a whole number from 1 to the number of elements") {
    Pick.element($0) != nil
  }
  static let operandCount = 2...Int.max
  static let routes = true
  static let samples: [[Double]] = [[1, -2, 3.5, 2]]

  static func compute(_ x: [Double], _ s: Settings) -> Double {
    element(x).map { x[$0] } ?? .nan
  }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    let place = x[x.count - 1]
    return x.dropLast().indices.reversed().reduce(N(.nan)) { rest, index in
      N.choose(place .== Double(index + 1), x[index], rest)
    }
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let place = x[x.count - 1]
    return x.dropLast().indices.map { N.indicator(place .== Double($0 + 1)) } + [nil]
  }

  /// The place of the element that is picked, from 0; nil if there is none.
  static func element(_ x: [Double]) -> Int? {
    x.last.flatMap { Int(exactly: $0) }.flatMap { 1..<x.count ~= $0 ? $0 - 1 : nil }
  }
}
