import Autodiff
import Reporting

/// Turns statements into nodes of a graph, and keeps what the program has built so far.
///
/// Expressions are in `Interpreter+Expressions`, calls in `Interpreter+Calls`, statements in
/// `Interpreter+Statements`.
final class Interpreter {
  /// The deepest calls, brackets and lists may be open inside one another.
  static let deepestEvaluation = 400

  var sources = SourceMap()
  var graph = Graph()
  var names = Names()
  var budget: Budget
  var random = RandomSource()
  /// The node that was differentiated last.
  var lastLoss: NodeID?
  /// The training or minimization that was made last, if nothing was differentiated since.
  var lastRun: RunRecord?
  /// Whether the steps and epochs of a run are counted together with those of the runs before it.
  var countsAllRuns = false
  /// What is counted of all runs so far, by name.
  var runCounts: [String: Int] = [:]
  /// What those runs were about, and which leaves were set by hand.
  var account = TrainingAccount()
  /// Where the statement stands that is being carried out.
  var place = SourceRange.none
  /// Names that keep their meaning.
  var given = GivenNames()
  /// The row of that training's data, from 0, that is looked at; nil for all of them.
  var row: Int?
  /// The kind of trouble that leaves what the statement has done in place.
  var keptTrouble: String?
  /// How deep the evaluation is inside calls and brackets.
  var depth = 0
  /// The rounds of the loops that are running, for the names of what they define.
  var rounds: [Int] = []
  /// Whether the nodes that are made now will be cut off again.
  var isTemporary = false
  /// Whether the numbers of what is computed are all that is wanted, as in data.
  var wantsNumbers = false
  /// The shape a random function fills, inside the value of a leaf.
  var fillShape: Shape?
  /// Leaves that the current statement has changed, with their values before.
  var changedLeaves = ChangedLeaves()
  /// Names the current statement has given a meaning, in order.
  var defined: [String] = []
  /// Where trainings are written down as a PyTorch script, if they are.
  var script: TrainingScript?
  /// Where in the program something was warned of that is told once, however often it is met.
  var warnedAt: Set<SourceRange> = []
  /// Where events go.
  var emit: (Event) -> Void = { _ in }
  /// Whether anyone wants to hear how far a training has come.
  var isWatched = false
  /// Whether files may be read.
  var readsFiles = true
  /// What a quiz is drawn from that names no seed.
  var seedOfQuizzes: () -> Int64 = { 1 }
  /// What the names of files are relative to in a text that is no file; empty for the present folder.
  var folder = ""

  init(limits: Limits, isInterrupted: @escaping @Sendable () -> Bool) {
    budget = Budget(limits, isInterrupted: isInterrupted)
  }

  /// Forgets the loops, calls and leaves it was inside of, after a statement that did not end.
  func forgetWhereItWas() {
    rounds = []
    depth = 0
    fillShape = nil
    isTemporary = false
    wantsNumbers = false
  }

  /// Lets go of what the names stand for, and with it of the runs, at the end of a session.
  func letGoOfRuns() {
    names = Names()
    account = TrainingAccount()
    lastRun = nil
  }

  /// Counts a step of work, and stops where a limit is reached or a person asks.
  func spend(_ count: Int = 1, at range: SourceRange) throws(Diagnostic) {
    do { try budget.spend(count) } catch { throw Interpreter.diagnostic(error, at: range) }
  }

  /// Refuses work before it is begun if it would break a limit.
  func foresee(steps: Int = 0, nodes: Int, operands: Int = 0, at range: SourceRange)
    throws(Diagnostic)
  {
    do {
      try budget.foresee(steps: steps, nodes: nodes, operands: operands, in: graph)
    } catch {
      throw Interpreter.diagnostic(error, at: range)
    }
  }

  /// Makes sure that so many elements of vectors and matrices may be held, and counts them.
  func hold(_ elements: Int, at range: SourceRange) throws(Diagnostic) {
    try foresee(steps: elements, nodes: elements, at: range)
    try spend(elements, at: range)
  }

  static func diagnostic(_ stop: Budget.Stop, at range: SourceRange) -> Diagnostic {
    switch stop {
    case .reached(let limit): ProgramProblem.limit(limit).diagnostic(at: range)
    case .interrupted: ProgramProblem.interrupted.diagnostic(at: range)
    }
  }

  /// Runs a part of the evaluation one level deeper, unless that is too deep.
  func nested<Result>(
    at range: SourceRange, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < Interpreter.deepestEvaluation else {
      throw ProgramProblem.callsTooDeep(Interpreter.deepestEvaluation).diagnostic(at: range)
    }
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// Computes something whose nodes are wanted only until its numbers have been read.
  func temporarily<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    let count = graph.count
    let wasTemporary = isTemporary
    isTemporary = true
    defer {
      isTemporary = wasTemporary
      graph.truncate(to: count)
    }
    return try body()
  }
}
