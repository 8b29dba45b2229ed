import Autodiff

/// What the names of a program stand for, and what they stood for before the current statement.
struct Names {
  /// What a name stands for.
  struct Binding {
    var value: Value
    /// What the leaf is for, if it is one.
    var role: LeafRole?
  }

  /// What changed since a point in time, so that it can be taken back.
  typealias Changes = [String: Binding?]

  private var symbols = SymbolTable()
  private var bindings: [Binding?] = []
  /// The names inside function calls and comprehensions, innermost last.
  private var frames: [Frame] = []
  private var changes: Changes = [:]
  /// Names that stand for nothing but inside of functions that were there before.
  var covered: Set<String> = []
  /// The functions that have come since, in which they stand for nothing either.
  private var later: Set<ObjectIdentifier> = []

  /// Names that hide those outside: a function call sees only the globals beyond its own.
  private struct Frame {
    var names: [String: Value]
    var isCall: Bool
    /// Whether covered names may be seen from it.
    var uncovers = false
  }

  /// What a name stands for here.
  func value(of name: String) -> Value? {
    for frame in frames.reversed() {
      if let value = frame.names[name] { return value }
      if frame.isCall, frame.uncovers { return binding(of: name)?.value }
      if frame.isCall { break }
    }
    return covered.contains(name) ? nil : binding(of: name)?.value
  }

  /// Binds a name in the innermost function, or globally outside one.
  mutating func define(_ name: String, _ value: Value) {
    if frames.isEmpty {
      bind(name, Binding(value: value))
    } else {
      frames[frames.count - 1].names[name] = value
    }
  }

  /// Binds a name globally.
  mutating func bind(_ name: String, _ binding: Binding) {
    let symbol = symbols.intern(name)
    if symbol == bindings.count { bindings.append(nil) }
    if changes[name] == nil { changes[name] = .some(bindings[symbol]) }
    bindings[symbol] = binding
  }

  /// Lets a global name stand for nothing.
  mutating func unbind(_ name: String) {
    guard let symbol = symbols.symbol(name), let before = bindings[symbol] else { return }
    if changes[name] == nil { changes[name] = .some(before) }
    bindings[symbol] = nil
  }

  /// What a global name stands for, and what for.
  func binding(of name: String) -> Binding? {
    symbols.symbol(name).flatMap { bindings[$0] }
  }

  /// All global names with what they stand for, in the order they were first used.
  var globals: some Sequence<(name: String, binding: Binding)> {
    bindings.indices.lazy.compactMap { symbol in
      bindings[symbol].map { (symbols.name(symbol), $0) }
    }
  }

  var isGlobal: Bool { frames.isEmpty }

  /// Enters a comprehension, or whatever else has names of its own and sees those around it.
  mutating func enter(_ names: [String: Value]) {
    frames.append(Frame(names: names, isCall: false))
  }

  /// Enters the body of a function with what it is given.
  mutating func enter(_ function: FunctionSyntax, _ names: [String: Value]) {
    let uncovers = !later.contains(ObjectIdentifier(function))
    frames.append(Frame(names: names, isCall: true, uncovers: uncovers))
  }

  /// Notes a function that has come.
  mutating func note(_ function: FunctionSyntax) {
    if !covered.isEmpty { later.insert(ObjectIdentifier(function)) }
  }

  mutating func leave() { frames.removeLast() }

  /// One of some names that has got another meaning since the last `takeChanges`; nil if none has.
  func redefined(among names: Set<String>) -> String? {
    guard !names.isEmpty else { return nil }
    return changes.filter { name, before in
      guard names.contains(name) else { return false }
      // A search binds an open network again.
      if case .openNetwork(let old)? = before?.value,
        case .openNetwork(let new)? = binding(of: name)?.value
      {
        return old !== new
      }
      return true
    }.keys.min()
  }

  /// What changed since the last call; forgets it.
  mutating func takeChanges() -> Changes {
    frames = []
    defer { changes = [:] }
    return changes
  }

  /// Takes changes back.
  mutating func revert(_ changes: Changes) {
    for (name, before) in changes {
      if let symbol = symbols.symbol(name) { bindings[symbol] = before }
    }
    self.changes = [:]
  }

  /// All names that can be seen here.
  var all: [String] {
    frames.flatMap { $0.names.keys } + globals.map(\.name)
  }
}
