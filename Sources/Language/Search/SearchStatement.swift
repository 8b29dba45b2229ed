import Autodiff
import Reporting
import Training

/// A `search` statement: one training after another, of which the best stays.
final class SearchStatement {
  private let interpreter: Interpreter
  private let invocation: Invocation
  /// What is trained, unless it is built anew for every trial.
  private let function: FunctionValue?
  /// A network in which something is to be chosen.
  private let open: NetworkSyntax?
  private let title: String
  private let method: SearchMethod
  private let plans: [SearchPlan]
  private var trials: [TrialReport] = []
  private var winner: Winner?
  /// What has been said about the program already; every trial would say it again.
  private var said: Set<String> = []

  /// The best trial so far, with what is needed to make its network again.
  private struct Winner {
    var score: Double
    var function: FunctionValue
    var outcome: TrainingStatement.Outcome
    /// The numbers of the network's leaves, tensor by tensor.
    var numbers: [[Double]]
    /// Where the random draws went on after it.
    var random: RandomSource
  }

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    let subject = try interpreter.operands(invocation, 2...2)[0]
    title = interpreter.words(subject.range)
    if case .name(let name) = subject.kind,
      case .openNetwork(let syntax)? = interpreter.names.value(of: name)
    {
      open = syntax
      function = nil
    } else {
      open = nil
      function = try interpreter.trainable(subject)
    }
    method = try interpreter.method(invocation)
    plans = try interpreter.plans(method, open, invocation)
  }

  func run() throws(Diagnostic) {
    let random = interpreter.random
    var trouble: Diagnostic?
    for plan in plans {
      interpreter.random = random
      do throws(Diagnostic) {
        trouble = try train(plan)
      } catch {
        trouble = error
      }
      if trouble != nil { break }
    }
    interpreter.random = winner?.random ?? random
    try conclude(trouble)
  }

  // MARK: One trial

  /// Trains once, and takes all it built away again; gives what ended the whole search, if
  /// something did.
  private func train(_ plan: SearchPlan) throws(Diagnostic) -> Diagnostic? {
    let number = trials.count + 1
    let emit = interpreter.emit
    interpreter.emit = { [plans, title] event in
      if case .progress(var report) = event {
        report.progress.fraction =
          (Double(number - 1) + report.progress.fraction) / Double(plans.count)
        (report.progress.epoch, report.progress.epochs) = (number, plans.count)
        (report.unit, report.subject) = ("trial", title)
        emit(.progress(report))
      }
      guard case .diagnostic(let diagnostic) = event, self.said.insert(diagnostic.message).inserted
      else { return }
      emit(event)
    }
    defer { interpreter.emit = emit }
    let (report, trouble) = try interpreter.temporarily { () throws(Diagnostic) in
      defer { if let open { interpreter.bindOpen(open) } }
      return try self.report(plan, number)
    }
    trials.append(report)
    emit(.trial(report))
    return trouble
  }

  private func report(_ plan: SearchPlan, _ number: Int) throws(Diagnostic)
    -> (TrialReport, Diagnostic?)
  {
    let function = try function(plan)
    let statement = try TrainingStatement(
      interpreter,
      Invocation(verb: invocation.verb, arguments: plan.arguments, range: invocation.range),
      function: function)
    let outcome = try statement.train()
    var report = TrialReport(trial: number, choices: plan.choices, ending: .finished)
    switch outcome.ending {
    case .finished, .stoppedEarly: break
    case .nonFinite(let place): report.ending = .nonFinite(epoch: place.epoch)
    case .stopped(let diagnostic, _):
      report.ending = .stopped
      return (report, diagnostic)
    }
    let epoch = try outcome.measure()
    report.loss = epoch?.loss
    report.accuracy = epoch?.accuracy
    report.validationLoss = epoch?.validationLoss
    report.validationAccuracy = epoch?.validationAccuracy
    if let score = report.score, score < winner?.score ?? .infinity {
      winner = Winner(
        score: score, function: function, outcome: outcome,
        numbers: numbers(of: function, outcome), random: interpreter.random)
    }
    return (report, nil)
  }

  /// What a trial trains: the network it is about, built anew where something in it was chosen.
  private func function(_ plan: SearchPlan) throws(Diagnostic) -> FunctionValue {
    if let syntax = plan.network {
      let network = try interpreter.network(syntax)
      interpreter.bind(network)
      return FunctionValue(source: .network(network))
    }
    if let function { return function }
    throw SearchProblem.openNetwork(title).diagnostic(at: invocation.range)
  }

  /// The numbers of a network's leaves after a training.
  private func numbers(of function: FunctionValue, _ outcome: TrainingStatement.Outcome)
    -> [[Double]]
  {
    guard case .network(let network) = function.source else { return [] }
    let leaves = outcome.record.nodes + outcome.statistics.leaves
    let values = outcome.updating.values + outcome.statistics.values
    let trained = Dictionary(zip(leaves, values), uniquingKeysWith: { first, _ in first })
    return network.tensors.map { tensor in
      tensor.nodes.map { trained[$0] ?? interpreter.graph.value(of: $0) }
    }
  }

  // MARK: The end

  private func conclude(_ trouble: Diagnostic?) throws(Diagnostic) {
    guard let winner else {
      if let trouble { throw trouble }
      interpreter.emit(.search(report(best: nil)))
      throw SearchProblem.noWinner(trials: trials.count).diagnostic(at: invocation.range)
    }
    let best = try keep(winner)
    interpreter.emit(.search(report(best: best.signature)))
    guard let trouble else { return }
    throw interpreter.kept(
      trouble.id == "interrupted"
        ? SearchProblem.interrupted(trials: trials.count).diagnostic(at: invocation.range)
        : trouble)
  }

  /// Makes the winner `best`, and the record of its training the last run.
  private func keep(_ winner: Winner) throws(Diagnostic) -> FunctionValue {
    let outcome = winner.outcome
    var best = winner.function
    var leaves: [NodeID: NodeID] = [:]
    if case .network(let network) = best.source {
      let copy = interpreter.copy(
        of: network, named: "best", holding: winner.numbers, at: invocation.range)
      leaves = copy.leaves
      interpreter.bind(copy.network)
      best = FunctionValue(source: .network(copy.network))
    } else {
      interpreter.names.define("best", .function(best))
    }
    interpreter.noteDefinition(of: "best")
    // A function, or a loss of the learner's own, has parameters that stand outside any network.
    let others = zip(outcome.record.nodes, outcome.updating.values)
      .filter { leaves[$0.0] == nil }
    try interpreter.take(others.map(\.1), of: others.map(\.0), nil)
    interpreter.keep(outcome.record.moved(to: best, leaves))
    return best
  }

  private func report(best: String?) -> SearchReport {
    let name = winner?.outcome.record.name ?? "run"
    return SearchReport(
      subject: title, method: method.rawValue, planned: plans.count, trials: trials,
      isValidated: interpreter.option("validate", invocation) != nil, best: best, run: name,
      note: note)
  }

  /// Why the losses of the trials may not measure the same.
  private var note: String? {
    let names = Set(trials.flatMap { $0.choices.map(\.name) })
    let penalties = ["l1", "l2"].filter(names.contains)
    if names.contains("loss_function") {
      return "the trials have different losses, whose numbers do not measure the same"
    }
    if let penalty = penalties.first, interpreter.option("validate", invocation) == nil {
      return "the training loss contains the penalty of \(penalty), so the smallest is favoured; "
        + "validate= compares without it"
    }
    return nil
  }
}

extension RunRecord {
  /// The record as one of a network whose leaves stand for those that were trained.
  fileprivate func moved(to function: FunctionValue, _ leaves: [NodeID: NodeID]) -> RunRecord {
    guard var subject, case .network(let old) = subject.function.source else { return self }
    subject.function = function
    let record = RunRecord(name: name, subject: subject)
    for (index, place) in places.enumerated() {
      record.add(at: Int(place), series.map { ($0.name, $0.values[index]) })
    }
    record.nodes = nodes.map { leaves[$0] ?? $0 }
    (record.steps, record.epochs, record.firstLoss) = (steps, epochs, firstLoss)
    record.lastUpdate = lastUpdate
    record.updating = updating
    record.lastUpdate?.parameters.rename { name in
      name.hasPrefix(old.name + ".") ? function.name + name.dropFirst(old.name.count) : name
    }
    return record
  }
}

extension Interpreter {
  /// How a search comes to its trials.
  fileprivate func method(_ invocation: Invocation) throws(Diagnostic) -> SearchMethod {
    guard let expression = option("method", invocation) else {
      return option("trials", invocation) == nil ? .grid : .random
    }
    let (word, _) = try wordAndArguments(expression, of: "method")
    let known = SearchMethod.allCases.map(\.rawValue)
    guard let method = SearchMethod(rawValue: word) else {
      throw ProgramProblem.unknownWord(
        word, of: "method", known: known, closest: closestName(to: word, among: known)
      ).diagnostic(at: expression.range)
    }
    return method
  }
}
