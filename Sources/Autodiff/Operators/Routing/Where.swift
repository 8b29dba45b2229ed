/// a where the condition holds, b elsewhere; nothing flows back to the branch not taken.
enum Where: VariadicRule {
  static let name = "where"
  static let summary = "a where the condition is not zero, b elsewhere"
  static let operandCount = 3...3
  static let routes = true
  static let samples: [[Double]] = [[1, 2, 3], [0, 2, 3]]

  static func value<N: Number>(_ x: [N], _ s: Settings) -> N {
    N.choose(x[0] .== 0, x[2], x[1])
  }

  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?] {
    [nil, N.choose(x[0] .== 0, N(0), N(1)), N.choose(x[0] .== 0, N(1), N(0))]
  }
}
