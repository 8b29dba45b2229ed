/// The softmax of the numbers with the other sign: larger shares for smaller elements.
enum Softmin: VectorRule {
  static let name = "softmin"
  static let summary = "positive shares that sum to 1, larger for smaller elements"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func elements(_ x: [Double], _ s: Settings) -> [Double] {
    Softmax.elements(x.map { -$0 }, s)
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    zip(1..., N.elements(of: Softmin.self, x, s)).map { place, share in
      Double(place) == s[0] ? -y * (1 - y) : y * share
    }
  }
}
