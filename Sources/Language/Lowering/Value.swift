import Autodiff

/// What an expression stands for; nine bytes, because a program may have a million names.
enum Value: Sendable {
  /// A number that the program wrote, not yet a node.
  case number(Double)
  /// One node of the graph.
  case node(NodeID)
  /// A vector or a matrix of nodes and numbers.
  indirect case tensor(Tensor)
  /// Whole numbers from one to another, both included; only written out when that is needed.
  indirect case range(Int, Int)
  /// A function.
  indirect case function(FunctionValue)
  /// A text.
  indirect case text(String)
  /// A network.
  case network(Network)
  /// A network in which something is still to be chosen.
  case openNetwork(NetworkSyntax)
  /// A data set.
  case data(DataValue)
  /// Several values at once, each to get a name of its own.
  indirect case parts([Value])
  /// The history of a training.
  case run(RunRecord)

  /// What kind of thing it is, for a message.
  var kind: String {
    switch self {
    case .number: "a number"
    case .node: "a scalar"
    case .tensor(let tensor): tensor.shape.description
    case .range: "a range"
    case .function: "a function"
    case .text: "a text"
    case .network: "a network"
    case .openNetwork: "an open network"
    case .data: "a data set"
    case .parts: "several values"
    case .run: "the record of a training"
    }
  }
}

/// A vector or a matrix: its shape, and its elements row by row.
struct Tensor: Sendable {
  /// One element: a node, or a number that is not yet one.
  enum Element: Sendable, Hashable {
    case number(Double)
    case node(NodeID)
  }

  var shape: Shape
  var elements: [Element]
}

/// A function as a value: what it does, and the settings that are already chosen.
struct FunctionValue: Sendable {
  /// Where the function comes from.
  enum Source: Sendable {
    /// The program.
    case written(FunctionSyntax)
    /// The language.
    case builtin(Builtin)
    /// A network.
    case network(Network)
  }

  var source: Source
  /// Settings chosen by a call like `huber(delta=2)`.
  var chosen: [String: Value] = [:]

  var name: String {
    switch source {
    case .written(let function): function.name.text
    case .builtin(let function): function.name
    case .network(let network): network.name
    }
  }
}
