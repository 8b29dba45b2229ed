/// The function ln Σ e^xᵢ, with no overflow on the way.
enum LogSumExp: VariadicRule {
  static let name = "logsumexp"
  static let summary = "the logarithm of the sum of the exponentials"
  static let arrangement = Operator.Arrangement.row
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: [Double], _ s: Settings) -> Double {
    let terms = x.withUnsafeBufferPointer { ShiftedExponentials($0) }
    guard terms.largest.isFinite else { return terms.largest }
    return terms.largest + cLog1p(terms.sumOfOthers)
  }

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(LogSumExp.self, x, s) }

  // Where x is infinite the softmax is not defined at all, but some of these derivatives are.
  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let shares = N.elements(of: Softmax.self, x, Softmax.defaultSettings)
    return zip(x, shares).map { x, share in
      N.usually(share, unless: y .== .infinity, N.call(Exp.self, x - y))
    }
  }
}
