public import Reporting

/// A statement as it was written.
public struct Statement: Sendable {
  /// What the statement is.
  public indirect enum Kind: Sendable {
    /// `input x = 2`, `param W[3,2] = normal(0, 0.1)`
    case leaf(Leaf)
    /// `y = e`
    case definition(Name, Expression)
    /// `f(x, delta=1) = e`
    case function(FunctionSyntax)
    /// `set w = e`, `set [a, b] = [e, f]`
    case set([Expression], Expression)
    /// `for k in 1..3 { … }`, `for x, t in rows { … }`
    case loop([Name], Expression, [Statement])
    /// `a, b = split(d, 0.8)`
    case unpacking([Name], Expression)
    /// `net mlp = 2 -> dense(4, tanh) -> dense(1)`
    case network(NetworkSyntax)
    /// `data xor = [0 0 -> 0; 0 1 -> 1]`
    case data(Name, DataSyntax)
    /// `show x, digits=17`
    case verb(Name, [Argument])
    /// An expression on its own: its value is shown.
    case expression(Expression)
  }

  /// What the statement is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// A leaf: its role, its name, its shape if stated, and its value.
  public struct Leaf: Sendable {
    var role: LeafRole
    var name: Name
    var shape: [Expression]
    var value: Expression?
  }
}

/// What a leaf is for.
public enum LeafRole: String, Sendable, CaseIterable {
  /// A number that is given.
  case input
  /// A number that is learned.
  case param
}

/// A function as it was written.
public final class FunctionSyntax: Sendable {
  /// Its name.
  public let name: Name
  /// What it is given.
  public let parameters: [Parameter]
  /// What it does; the last statement is an expression, its value.
  public let body: [Statement]
  /// Where it stands.
  public let range: SourceRange

  init(name: Name, parameters: [Parameter], body: [Statement], range: SourceRange) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.range = range
  }

  /// One thing a function is given: an operand, or a setting with its default.
  public struct Parameter: Sendable {
    var name: Name
    var standard: Expression?
    /// The default in the program's words.
    var standardText = ""
  }
}
