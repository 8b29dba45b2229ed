/// How an operator is written, in formulas and in the language: one table for printer and parser.
public enum Notation: Sendable, Hashable {
  /// `name(a, b)`.
  case call
  /// A symbol between two operands.
  case infix(String, Precedence)
  /// A symbol before one operand.
  case prefix(String, Precedence)

  /// How tightly a symbol holds its operands, loosest first.
  public enum Precedence: Int, Sendable, Comparable, CaseIterable {
    /// `< <= > >= == != ~`
    case comparison
    /// `+ -`
    case addition
    /// `* / @`
    case multiplication
    /// `-x`
    case sign
    /// `^`, from right to left, with a signed right operand.
    case power
    /// Names, numbers, calls.
    case atom

    public static func < (left: Precedence, right: Precedence) -> Bool {
      left.rawValue < right.rawValue
    }

    /// The next tighter one.
    public var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
  }
}
