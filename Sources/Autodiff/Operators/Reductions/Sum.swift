/// The sum of any number of operands, from left to right.
enum Sum: VariadicRule {
  static let name = "sum"
  static let summary = "the sum of the elements"
  static let operandCount = 0...Int.max
  static let samples: [[Double]] = [[1, -2, 3.5]]

  static func compute(_ x: [Double], _ s: Settings) -> Double {
    var sum = CompensatedSum()
    for term in x { sum.add(term) }
    return sum.value
  }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Sum.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    x.map { _ in N(1) }
  }
}
