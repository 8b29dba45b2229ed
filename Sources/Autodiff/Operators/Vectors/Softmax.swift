/// The shares e^xᵢ / Σ e^xⱼ, which are positive and sum to 1.
enum Softmax: VectorRule {
  static let name = "softmax"
  static let summary = "positive shares that sum to 1, larger for larger elements"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
  {
    let exponentials = ShiftedExponentials(x) { y[$0] = $1 }
    let sum = 1 + exponentials.sumOfOthers
    for place in y.indices { y[place] = y[place] / sum }
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    zip(1..., N.elements(of: Softmax.self, x, s)).map { place, share in
      Double(place) == s[0] ? y * (1 - y) : -y * share
    }
  }
}
