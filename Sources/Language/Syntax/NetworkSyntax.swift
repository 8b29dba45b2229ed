import Reporting

/// A network as it was written: `net mlp = 2 -> dense(4, tanh) -> dense(1), init=xavier, seed=7`.
public final class NetworkSyntax: Sendable {
  /// Its name.
  let name: Name
  /// How many inputs it has.
  let width: Expression
  /// Its layers, from the input to the output.
  let layers: [LayerSyntax]
  /// What follows the layers: `init=`, `seed=`.
  let options: [Argument]

  init(name: Name, width: Expression, layers: [LayerSyntax], options: [Argument]) {
    self.name = name
    self.width = width
    self.layers = layers
    self.options = options
  }
}

/// A layer as it was written: `dense(4, tanh)`, `relu`, `residual(dense(4) -> tanh)`.
public struct LayerSyntax: Sendable {
  /// What kind of layer it is.
  var name: Name
  /// What stands in its parentheses, but for layers.
  var arguments: [Argument]
  /// The layers inside it.
  var inner: [LayerSyntax]
  /// Where it stands.
  var range: SourceRange
  /// How it reads where that is not how it was written, because a search has chosen parts of it.
  var words: String?
}

/// A data set as it was written.
public enum DataSyntax: Sendable {
  /// Rows in brackets: `[0 0 -> 0; 0 1 -> 1]`.
  case rows([DataRow])
  /// Inputs and targets from matrices: `X -> Y`.
  case pair(Expression, Expression)
  /// A data set that something gives: `csv("iris.csv")`.
  case value(Expression)
}

/// One row of a data set as it was written.
public struct DataRow: Sendable {
  /// A number or a text.
  enum Cell: Sendable {
    case number(Double)
    case text(String)
  }

  /// What stands before the arrow.
  var inputs: [Cell]
  /// What stands after it; empty without an arrow.
  var targets: [Cell]
  /// Where it stands.
  var range: SourceRange
}
