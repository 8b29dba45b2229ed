import Autodiff
public import Reporting

/// What a program is given that others run: names that keep their meaning while it runs.
struct GivenNames {
  /// The names.
  private(set) var names: Set<String> = []
  /// The leaves among them.
  private(set) var leaves: [(name: String, role: LeafRole, nodes: [NodeID])] = []
  /// The numbers that the leaves were given.
  private(set) var numbers: [NodeID: Double] = [:]
  /// The statements that gave them, without spaces.
  private var statements: Set<String> = []

  /// Nothing.
  init() {}

  /// What a text that has run has left in a session.
  init(_ text: SourceText, in interpreter: Interpreter) {
    for statement in Session.outline(of: text).statements where !statement.defined.isEmpty {
      statements.insert(Self.plain(text.text(statement.bytes)))
      for name in statement.defined {
        guard let binding = interpreter.names.binding(of: name), names.insert(name).inserted,
          let role = binding.role, let leaf = interpreter.leafNodes(named: name)
        else { continue }
        let nodes = leaf.elements.compactMap { element -> NodeID? in
          if case .node(let node) = element { node } else { nil }
        }
        leaves.append((name, role, nodes))
        for node in nodes { numbers[node] = interpreter.graph.value(of: node) }
      }
    }
  }

  /// Whether nothing is given.
  var isEmpty: Bool { statements.isEmpty }

  /// Whether a statement is one of those that gave something.
  func holds(_ statement: String) -> Bool { statements.contains(Self.plain(statement)) }

  private static func plain(_ words: String) -> String { words.filter { !$0.isWhitespace } }
}

extension Session {
  /// From now on what a text, which has run, gave a meaning keeps it: a statement that gives one of
  /// its names another fails, and one that repeats it word by word changes nothing, but that a leaf
  /// begins again at its number.
  public func keep(given text: SourceText) {
    interpreter.given = GivenNames(text, in: interpreter)
  }

  /// From now on some names stand for nothing.
  public func forget(_ names: [String]) {
    for name in names { interpreter.names.unbind(name) }
    // This is no part of the next statement, which may be taken back.
    _ = interpreter.names.takeChanges()
  }

  /// From now on the names that were given are names like any other; the inputs among them have the
  /// numbers again that they were given.
  public func letGoOfGiven() {
    interpreter.restore(interpreter.given.leaves.filter { $0.role == .input }.flatMap(\.nodes))
    interpreter.given = GivenNames()
  }
}

extension Interpreter {
  /// Whether a statement only repeats how something was given; begins a leaf again at its number.
  func repeatsGiven(_ statement: Statement) -> Bool {
    guard !given.isEmpty, given.holds(words(statement.range)) else { return false }
    if case .leaf(let leaf) = statement.kind {
      let nodes = given.leaves.filter { $0.name == leaf.name.text }.flatMap(\.nodes)
      restore(nodes)
      account.forget(nodes)
    }
    return true
  }

  /// Refuses a statement that has given another meaning to a name that keeps its own.
  func refuseRedefinition(at range: SourceRange) throws(Diagnostic) {
    guard let name = names.redefined(among: given.names) else { return }
    throw GivenProblem.redefined(name).diagnostic(at: range)
  }

  /// Gives leaves the numbers again that they were given.
  fileprivate func restore(_ leaves: [NodeID]) {
    for leaf in leaves {
      guard let number = given.numbers[leaf] else { continue }
      changedLeaves.keep(leaf, graph.value(of: leaf))
      graph.set(leaf, to: number)
    }
    if let first = leaves.min() { graph.reevaluate(from: first) }
  }
}
