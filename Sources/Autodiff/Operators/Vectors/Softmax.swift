/// The shares e^xᵢ / Σ e^xⱼ, which are positive and sum to 1.
enum Softmax: VectorRule {
  static let name = "softmax"
  static let summary = "positive shares that sum to 1, larger for larger elements"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func elements(_ x: [Double], _ s: Settings) -> [Double] {
    var shares = x
    let exponentials = ShiftedExponentials(x) { shares[$0] = $1 }
    let sum = 1 + exponentials.sumOfOthers
    for place in shares.indices { shares[place] = shares[place] / sum }
    return shares
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    zip(1..., N.elements(of: Softmax.self, x, s)).map { place, share in
      Double(place) == s[0] ? y * (1 - y) : -y * share
    }
  }
}
