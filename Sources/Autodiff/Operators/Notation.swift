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

/// How the operands of a call are written.
public enum Layout: Sendable, Hashable {
  /// `f(a, b)`
  case separate
  /// `f([a, b, c])`
  case list
  /// `‖[a, b, c]‖`; `f([a, b, c])` where only plain text is possible.
  case length
  /// `f([a, b, c])[2]`: the element that the first setting says, of a vector.
  case element
  /// `a·x + b·y + c` for operands a, b, x, y, c.
  case weightedSum
  /// Between two signs, as in `|x|`; `f(x)` where only plain text is possible.
  case enclosed(String, String)
}
