/// The softmax of the numbers with the other sign: larger shares for smaller elements.
enum Softmin: VectorRule {
  static let name = "softmin"
  static let summary = "positive shares that sum to 1, larger for smaller elements"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
  {
    for place in x.indices { y[place] = -x[place] }
    Softmax.compute(UnsafeBufferPointer(y), into: y)
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    zip(1..., N.elements(of: Softmin.self, x, s)).map { place, share in
      Double(place) == s[0] ? -y * (1 - y) : y * share
    }
  }
}
