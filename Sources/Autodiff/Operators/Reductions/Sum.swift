/// The sum of any number of operands, from left to right.
enum Sum: VariadicRule {
  static let name = "sum"
  static let summary = "the sum of the elements"
  static let operandCount = 0...Int.max
  static let samples: [[Double]] = [[1, -2, 3.5]]

  // What each addition rounds away is kept and added at the end (Neumaier, 1974), so that the
  // result is right to the last digits also where large terms cancel.
  static func compute(_ x: [Double], _ s: Settings) -> Double { compute(x, leavingOut: nil) }

  /// The sum without the term at a place.
  static func compute(_ x: [Double], leavingOut place: Int?) -> Double {
    var sum = 0.0
    var lost = 0.0
    for (index, term) in x.enumerated() where index != place {
      let next = sum + term
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      sum = next
    }
    return sum.isFinite ? sum + lost : sum
  }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Sum.self, x, s) }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    x.map { _ in N(1) }
  }
}
