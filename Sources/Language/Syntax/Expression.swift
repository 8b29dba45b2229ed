public import Reporting

/// An expression as it was written.
public struct Expression: Sendable {
  /// What the expression is.
  public indirect enum Kind: Sendable {
    /// A number.
    case number(Double)
    /// A text in double quotes.
    case text(String)
    /// A name.
    case name(String)
    /// A sign before an operand.
    case negated(Expression)
    /// Operands with operators of one precedence between them, taken from left to right; one node,
    /// so that a sum of ten thousand terms is not ten thousand deep.
    case chain(Expression, [Link])
    /// A power; from right to left.
    case power(Expression, Expression)
    /// A call.
    case call(Expression, [Argument])
    /// Elements of a vector or matrix.
    case element(Expression, [Index])
    /// Something that belongs to a value, as in `w.grad`.
    case member(Expression, Name)
    /// A list.
    case list([Expression])
    /// A list made by a rule: `[e for x in xs]`.
    case comprehension(Expression, variables: [Name], source: Expression)
    /// Whole numbers from one to another, both included.
    case range(Expression, Expression)
  }

  /// What the expression is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// An operator of a chain and its right operand.
  public struct Link: Sendable {
    var symbol: Symbol
    var symbolRange: SourceRange
    var operand: Expression
  }

  /// An index: one place, a range of places, or all of them.
  public enum Index: Sendable {
    /// The places an expression names.
    case at(Expression)
    /// Every place.
    case all(SourceRange)
  }
}

/// A value handed to a function or a verb, perhaps with the name of a setting.
public struct Argument: Sendable {
  /// The setting's name; nil for an operand.
  public var name: Name?
  /// The value.
  public var value: Expression
  /// What is named where that is an element, as in `p[1]=-1..1`.
  public var element: Expression? = nil
}

/// A name and where it stands.
public struct Name: Sendable {
  /// The name.
  public var text: String
  /// Where it stands.
  public var range: SourceRange
}
