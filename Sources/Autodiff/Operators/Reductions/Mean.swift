/// The sum of the operands by their number.
enum Mean: VariadicRule {
  static let name = "mean"
  static let summary = "the mean of the elements"
  static let samples: [[Double]] = [[1, -2, 3.5]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    N.call(Sum.self, x) / N(Double(x.count))
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    let count = x.count
    return x.map { _ in count == 1 ? N(1) : N.named("1/\(count)", 1 / Double(count)) }
  }
}
