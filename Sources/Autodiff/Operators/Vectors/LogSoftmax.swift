/// The logarithms of the softmax, xᵢ − ln Σ e^xⱼ.
enum LogSoftmax: VectorRule {
  static let name = "log_softmax"
  static let summary = "the logarithms of the softmax"
  static let samples: [[Double]] = [[1, -2, 3.5], [4]]

  static func compute(_ x: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
  {
    let exponentials = ShiftedExponentials(x)
    let logarithm = cLog1p(exponentials.sumOfOthers)
    for place in x.indices { y[place] = (x[place] - exponentials.largest) - logarithm }
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    zip(1..., N.elements(of: Softmax.self, x, s)).map { place, share in
      Double(place) == s[0] ? 1 - share : -share
    }
  }
}
