public import Reporting

/// How a formula is put into words.
public struct FormulaStyle: Sendable {
  /// What stands for a variable.
  public enum Variables: Sendable {
    /// Its name.
    case names
    /// Its number.
    case numbers
  }

  /// What stands for a variable.
  public var variables: Variables
  /// How numbers are written.
  public var numbers: NumberStyle
  /// True for `1 − y²`, false for `1 - y^2`, which the language reads.
  public var typeset: Bool

  /// A style from its parts.
  public init(_ variables: Variables, numbers: NumberStyle = NumberStyle(), typeset: Bool = true) {
    self.variables = variables
    self.numbers = numbers
    self.typeset = typeset
  }
}

extension Formula {
  /// The formula in words.
  public func text(_ style: FormulaStyle) -> String {
    FormulaWriter(style: style).write(tree).text
  }

  /// The formula in words, in parentheses if it would be misread beside a tighter operator.
  public func text(_ style: FormulaStyle, inside precedence: Notation.Precedence) -> String {
    FormulaWriter(style: style).write(tree).wrapped(below: precedence)
  }
}
