/// Where an operator is defined.
public struct Domain: Sendable {
  /// For a person: `x > 0`.
  public let words: String
  /// Whether operands lie in it.
  public let contains: @Sendable ([Double]) -> Bool

  init(_ words: String, contains: @escaping @Sendable ([Double]) -> Bool) {
    self.words = words
    self.contains = contains
  }
}
