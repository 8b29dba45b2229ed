import Reporting

/// A word of the language: what it is and where it stands.
struct Token: Sendable {
  /// What a token is.
  enum Kind: Sendable, Equatable {
    /// A name; its text is read from the source when needed.
    case name
    /// A number.
    case number(Double)
    /// A text in double quotes, without them.
    case string(String)
    /// An exponent in raised digits: `²`.
    case raised(Double)
    /// An operator or a piece of punctuation.
    case symbol(Symbol)
    /// The end of a line; the parser decides whether it ends the statement.
    case newline
    /// The end of the text.
    case end
    /// Something the lexer has already complained about.
    case invalid
  }

  var kind: Kind
  var range: SourceRange
  /// Whether a space or a line break stands before it.
  var spaceBefore: Bool
}

/// Operators and punctuation.
enum Symbol: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case matrixProduct = "@"
  case power = "^"
  case approximately = "~"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case assign = "="
  case arrow = "->"
  case comma = ","
  case semicolon = ";"
  case dot = "."
  case range = ".."
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"

  /// The bracket that closes this one, if it opens one.
  var closer: Symbol? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  /// Whether it closes a bracket.
  var isCloser: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }
}
