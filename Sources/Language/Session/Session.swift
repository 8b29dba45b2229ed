import Autodiff
public import Reporting

/// A program as it is being written: names, graph, random numbers, and the way back.
///
/// The prompt, `gradus run`, and whatever else runs programs all drive this one type, so they
/// cannot disagree. It is the only thing that changes; everything it hands out is a value.
public final class Session {
  /// All texts the session has read.
  public private(set) var sources = SourceMap()
  /// Whether statements can be taken back; costs a little memory for each.
  public let keepsHistory: Bool
  /// Whether trainings tell how far they have come after every batch.
  public var tellsProgress: Bool {
    get { interpreter.isWatched }
    set { interpreter.isWatched = newValue }
  }
  /// Whether programs may read files; not those of others.
  public var readsFiles: Bool {
    get { interpreter.readsFiles }
    set { interpreter.readsFiles = newValue }
  }
  /// What the names of files are relative to in a text that is no file; empty for the present folder.
  public var folder: String {
    get { interpreter.folder }
    set { interpreter.folder = newValue }
  }
  /// Names that stand for nothing but inside of functions: so a program of others, which may call
  /// anything `abs`, cannot change what a statement run after it means.
  public var coveredNames: Set<String> {
    get { interpreter.names.covered }
    set { interpreter.names.covered = newValue }
  }
  /// Whether the steps and epochs of a run are counted together with those of the runs before it, so
  /// that who trains in pieces has not trained for less long.
  public var countsAllRuns: Bool {
    get { interpreter.countsAllRuns }
    set { interpreter.countsAllRuns = newValue }
  }
  /// When what runs must be over, whatever the limits of a run leave; nil if they alone count.
  public var deadline: ContinuousClock.Instant?
  /// What a quiz is drawn from that names no seed.
  public var seedOfQuizzes: () -> Int64 {
    get { interpreter.seedOfQuizzes }
    set { interpreter.seedOfQuizzes = newValue }
  }
  let interpreter: Interpreter
  private let limits: Limits
  private let isInterrupted: @Sendable () -> Bool
  private(set) var history: [Past] = []
  /// Where the texts begin whose statements are kept.
  private(set) var beginning: UInt32 = 1
  /// How many texts came to an error, wholly or in part.
  public private(set) var failureCount = 0

  /// A session in which nothing has happened.
  public init(
    limits: Limits = Limits(), keepsHistory: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.limits = limits
    self.keepsHistory = keepsHistory
    self.isInterrupted = isInterrupted
    interpreter = Interpreter(limits: limits, isInterrupted: isInterrupted)
    Threads.use(limits.threads)
  }

  // What makes the steps of a run again holds on to the interpreter, which holds on to the run.
  deinit { interpreter.letGoOfRuns() }

  /// How running a text ended.
  public enum Outcome: Sendable, Equatable {
    /// To its end.
    case finished
    /// At an error.
    case failed
    /// Because a person stopped it.
    case interrupted
  }

  /// Runs a program: first all of it is read, and if it reads well, it is run to its first error.
  ///
  /// What was shown before an error stays; the statement with the error changes nothing.
  public func run(_ text: SourceText, _ emit: (Event) -> Void) -> Outcome {
    let outcome = DeepStack.run { runHere(text, emit) }
    if outcome == .failed { failureCount += 1 }
    return outcome
  }

  private func runHere(_ text: SourceText, _ emit: (Event) -> Void) -> Outcome {
    guard let base = add(text, emit) else { return .failed }
    var reader = Parser(text, base: base)
    var count = 0
    while reader.next() != nil {
      reader.dropWarnings()
      count += 1
      if count % 256 == 0, isInterrupted() {
        emit(.diagnostic(ProgramProblem.interrupted.diagnostic(at: .none)))
        return .interrupted
      }
    }
    if reader.diagnostics.contains(where: { $0.severity == .error }) {
      for diagnostic in reader.diagnostics.prefix(Parser.mostDiagnostics) {
        emit(.diagnostic(diagnostic))
      }
      return .failed
    }
    var parser = Parser(text, base: base)
    interpreter.budget = Budget(limits, until: deadline, isInterrupted: isInterrupted)
    while let statement = parser.next() {
      for warning in parser.takeDiagnostics() { emit(.diagnostic(warning)) }
      let outcome = execute(statement, emit)
      if outcome != .finished { return outcome }
    }
    return .finished
  }

  private func add(_ text: SourceText, _ emit: (Event) -> Void) -> UInt32? {
    guard sources.hasRoom(for: text.bytes.count) else {
      emit(
        .diagnostic(
          Diagnostic(
            "text-too-large", "'\(text.name)' is too large for a session", at: .none,
            notes: ["a session reads up to 4 GiB in all"])))
      return nil
    }
    // While the interpreter has a copy, adding to the map would copy all of it.
    interpreter.sources = SourceMap()
    let base = sources.add(text)
    interpreter.sources = sources
    return base
  }

  private func execute(_ statement: Statement, _ emit: (Event) -> Void) -> Outcome {
    let count = interpreter.graph.count
    let random = interpreter.random
    let lastLoss = interpreter.lastLoss
    let lastRun = interpreter.lastRun
    var keeps = true
    var isSilent = true
    var stop: String?
    let outcome: Outcome = withoutActuallyEscaping(emit) { emit in
      interpreter.emit = {
        if case .progress = $0 {} else { isSilent = false }
        emit($0)
      }
      defer { interpreter.emit = { _ in } }
      do throws(Diagnostic) {
        interpreter.defined = []
        interpreter.keptTrouble = nil
        if !interpreter.repeatsGiven(statement) { try interpreter.execute(statement) }
        try interpreter.refuseRedefinition(at: statement.range)
        // Stopped while something was shown, the last step of the statement.
        if isInterrupted() { throw ProgramProblem.interrupted.diagnostic(at: statement.range) }
        return .finished
      } catch {
        emit(.diagnostic(error))
        // A training that stops keeps the steps it has made.
        keeps = interpreter.keptTrouble == error.id
        guard error.id == "interrupted" else { return .failed }
        stop = error.message
        return .interrupted
      }
    }
    let past = Past(
      statement: statement.range, nodes: count, names: interpreter.names.takeChanges(),
      leaves: interpreter.changedLeaves.takeAll(), random: random, lastLoss: lastLoss,
      lastRun: lastRun, isSilent: isSilent, stop: stop)
    guard keeps else {
      revert(to: past)
      return outcome
    }
    interpreter.forgetWhereItWas()
    if keepsHistory {
      for name in interpreter.defined { emit(.defined(definition(of: name, before: past))) }
      history.append(past)
    }
    return outcome
  }

  // MARK: The way to PyTorch

  /// From now on writes every training down as a PyTorch script.
  public func recordScript() { interpreter.script = TrainingScript() }

  /// The script of the trainings since; nil if nothing was trained.
  public func script(of program: String) -> String? {
    interpreter.script.flatMap { $0.isEmpty ? nil : $0.text(of: program) }
  }

  // MARK: The way back

  /// What a statement has to leave behind so that it can be taken back.
  struct Past {
    var statement: SourceRange
    var nodes: Int
    var names: Names.Changes
    var leaves: [(leaf: NodeID, value: Double)]
    var random: RandomSource
    var lastLoss: NodeID?
    var lastRun: RunRecord?
    var isSilent: Bool
    var stop: String?
  }

  private func revert(to past: Past) {
    interpreter.graph.truncate(to: past.nodes)
    interpreter.names.revert(past.names)
    interpreter.random = past.random
    interpreter.lastLoss = past.lastLoss
    interpreter.lastRun = past.lastRun
    interpreter.forgetWhereItWas()
    var first: NodeID?
    for (leaf, value) in past.leaves where leaf.index < past.nodes {
      interpreter.graph.set(leaf, to: value)
      first = min(first ?? leaf, leaf)
    }
    if let first { interpreter.graph.reevaluate(from: first) }
  }

  /// Takes the last statement back; returns its words, or nil if there is none.
  public func undo() -> String? {
    guard let past = history.popLast() else { return nil }
    revert(to: past)
    return sources.text(in: past.statement)
  }

  /// Takes the last statement back that changed something, and with it those behind it, which only
  /// showed something; returns its words, or nil if there is none.
  public func undoLastChange() -> String? {
    while let past = history.last {
      let isChange = changed(since: past)
      let words = undo()
      if isChange { return words }
    }
    return nil
  }

  /// Whether a statement, the last in the history, has changed anything.
  private func changed(since past: Past) -> Bool {
    interpreter.graph.count != past.nodes || !past.names.isEmpty || !past.leaves.isEmpty
      || interpreter.random != past.random || interpreter.lastLoss != past.lastLoss
      || interpreter.lastRun !== past.lastRun
  }

  /// Makes what has happened a beginning: nothing of it can be taken back, or is part of the program.
  public func settle() { (history, beginning, failureCount) = ([], sources.end, 0) }

  /// How many statements can be taken back.
  public var statementCount: Int { history.count }

  /// Whether a name stands for something of the program.
  public func knows(_ name: String) -> Bool { interpreter.names.binding(of: name) != nil }

  /// Whether the language itself gives a name a meaning, as it does to `abs`, `pi`, `sgd` and `loss`.
  public static func isBuiltIn(_ name: String) -> Bool {
    name == "loss" || Builtins.named(name) != nil || Builtins.constants[name] != nil
      || LayerKind.named(name) != nil
      || ["loss", "optimizer", "clip", "clip_weights", "init"].contains { option in
        OptionWord.known(to: option).contains { $0.name == name }
      }
  }

  private func definition(of name: String, before past: Past) -> Definition {
    let binding = interpreter.names.binding(of: name)
    let old = past.names[name].flatMap { $0 }
    var signature: String?
    if case .function(let function) = binding?.value { signature = function.signature }
    let numbers = binding.flatMap { try? interpreter.numbers($0.value, "", at: .none) }
    return Definition(
      name: name, role: binding?.role, numbers: numbers, signature: signature,
      nodesOnOldMeaning: nodes(
        standingOn: nodes(of: old?.value).subtracting(nodes(of: binding?.value)),
        before: past.nodes))
  }

  private func nodes(of value: Value?) -> Set<NodeID> {
    guard let value, let tensor = try? interpreter.tensor(value, "", at: .none) else { return [] }
    return Set(
      tensor.elements.compactMap { element -> NodeID? in
        if case .node(let node) = element { node } else { nil }
      })
  }

  private func nodes(standingOn old: Set<NodeID>, before count: Int) -> Int {
    guard let first = old.min() else { return 0 }
    let current = interpreter.graph
    return (first.index..<Int32(count)).count { index in
      current.operands(of: NodeID(Int(index))).contains { old.contains($0) }
    }
  }

  /// Whether a text stops in the middle of a statement, so that a prompt should ask for more.
  public static func isIncomplete(_ text: String) -> Bool {
    DeepStack.run {
      var parser = Parser(SourceText(name: "", text), base: 0)
      while parser.next() != nil {}
      return parser.isIncomplete
    }
  }
}
