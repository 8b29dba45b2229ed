/// Every operator there is, by number and by name.
///
/// The engine, the parser, help and the tests all read this list and name no operator themselves.
public enum Operators {
  /// All operators; an operator's place in the list is its number in a graph.
  public static let all: [Operator] =
    arithmetic + comparisons + elementary + activations + reductions + vectors + routing

  /// The operator of that name or alias; the first, if several share it.
  public static func named(_ name: String) -> OperatorID? {
    byName[name]?.first
  }

  /// All operators of that name or alias: `max` of two numbers and `max` of a vector.
  public static func candidates(named name: String) -> [OperatorID] {
    byName[name] ?? []
  }

  /// The operator of that number; numbers are only made from this list.
  public static subscript(id: OperatorID) -> Operator {
    all[Int(id.index)]
  }

  /// The number of the operator made from a rule.
  static func id<R: OperatorRule>(of rule: R.Type) -> OperatorID {
    // A rule that is used but not listed would be a slip of whoever added it; the tests compare
    // the folder with the list.
    byRule[ObjectIdentifier(rule)] ?? OperatorID(0)
  }

  private static let byName: [String: [OperatorID]] = {
    var table: [String: [OperatorID]] = [:]
    for (index, operation) in all.enumerated() {
      for name in [operation.name] + operation.aliases {
        table[name, default: []].append(OperatorID(index))
      }
    }
    return table
  }()

  private static let byRule: [ObjectIdentifier: OperatorID] = Dictionary(
    all.enumerated().map { ($1.identity, OperatorID($0)) }, uniquingKeysWith: { first, _ in first })
}

/// The number of an operator in `Operators.all`.
public struct OperatorID: Hashable, Sendable {
  /// The place in the list.
  public let index: UInt16

  init(_ index: some BinaryInteger) {
    self.index = UInt16(truncatingIfNeeded: index)
  }

  /// A node without an operator whose value is given: an input or a parameter.
  public static let leaf = OperatorID(UInt16.max - 1)
  /// A node without an operator whose value is written in the program.
  public static let constant = OperatorID(UInt16.max - 2)
}
