import Autodiff

/// What is certainly wrong with a number that was given for a local derivative, or for what has
/// arrived times a local derivative.
///
/// The one place where a wrong factor is diagnosed: whoever knows more about mistakes says it here.
struct WrongFactor {
  /// The local derivative.
  var local: Double
  /// What has arrived, if the number is to be its product with the derivative.
  var upstream: Double?
  /// The value of the node whose derivative it is, and of what it is computed from.
  var value: Double
  var operands: [Double]

  /// One sentence about a number that is not right; nil if nothing is certain.
  ///
  /// Two mistakes that give the same number cannot be told apart, and then neither is named.
  func sentence(matches: (Double) -> Bool) -> String? {
    let found = Self.mistakes.filter { mistake in
      mistake.numbers(self).contains { $0.isFinite && matches($0) }
    }
    return found.count == 1 ? found[0].words : nil
  }

  private var times: Double { upstream ?? 1 }

  private static let mistakes: [(words: String, numbers: @Sendable (WrongFactor) -> [Double])] = [
    ("the sign is the other one", { [-$0.local * $0.times] }),
    ("that is its reciprocal", { [1 / ($0.local * $0.times)] }),
    ("a factor of 2 is missing", { [$0.local * $0.times / 2] }),
    ("there is a factor of 2 too many", { [$0.local * $0.times * 2] }),
    ("that has the value where the derivative belongs", { [$0.value * $0.times] }),
    (
      "that has the operand where its derivative belongs",
      { wrong in wrong.operands.count == 1 ? wrong.operands.map { $0 * wrong.times } : [] }
    ),
    (
      "that is the derivative with respect to the other operand",
      { wrong in wrong.operands.count == 2 ? wrong.operands.map { $0 * wrong.times } : [] }
    ),
    (
      "that is the local derivative alone, without what has arrived",
      { $0.upstream == nil ? [] : [$0.local] }
    ),
    (
      "that is what has arrived alone, without the local derivative",
      { $0.upstream.map { [$0] } ?? [] }
    ),
  ]
}
