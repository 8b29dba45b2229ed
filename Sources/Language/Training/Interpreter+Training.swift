import Autodiff
import Reporting
import Training

/// What `train` and `minimize` share.
extension Interpreter {
  /// A network or function to be trained.
  func trainable(_ expression: Expression) throws(Diagnostic) -> FunctionValue {
    let named = try functionNamed(expression)
    let value = if let named { named } else { try evaluate(expression) }
    switch value {
    case .function(let function): return function
    case .network(let network): return FunctionValue(source: .network(network))
    default:
      throw TrainingProblem.notTrainable(words(expression.range), kind: value.kind)
        .diagnostic(at: expression.range)
    }
  }

  /// The parameters and what changes them, from the options of a statement.
  func updating(
    _ parameters: Parameters, _ invocation: Invocation, for record: RunRecord
  ) throws(Diagnostic) -> Updating {
    let choice = try optimizer(option("optimizer", invocation), at: invocation.verb.range)
    record.ownOptimizer = choice.own
    record.settings = choice.settings.settings
    if case .objective = choice.method, let clip = option("clip", invocation),
      let optimizer = option("optimizer", invocation)
    {
      throw TrainingProblem.clipWithoutGradient(words(optimizer.range)).diagnostic(at: clip.range)
    }
    return Updating(
      parameters, choice.method, choice.settings,
      clip: try clipping(option("clip", invocation), for: .gradients, of: "clip"),
      clipWeights: try clipping(
        option("clip_weights", invocation), for: .weights, of: "clip_weights"),
      l1: try scheduledOption("l1", invocation, default: 0),
      l2: try scheduledOption("l2", invocation, default: 0))
  }

  /// What the record of a training is to be called.
  func runName(_ invocation: Invocation) throws(Diagnostic) -> String {
    guard let expression = option("name", invocation) else { return "run" }
    switch expression.kind {
    case .name(let name), .text(let name):
      switch names.value(of: name) {
      case nil, .run: break
      case let value?:
        throw TrainingProblem.runNameTaken(name, kind: value.kind).diagnostic(at: expression.range)
      }
      guard invocation.verb.text != Verbs.search.name || name != "best" else {
        throw TrainingProblem.runNameTaken(name, kind: "what the search finds")
          .diagnostic(at: expression.range)
      }
      return name
    default:
      throw ProgramProblem.settingNotText("name", kind: "an expression")
        .diagnostic(at: expression.range)
    }
  }

  /// Gives what was trained its new numbers; everything that depends on it follows.
  func take(_ values: [Double], of nodes: [NodeID], _ statistics: RunningStatistics?)
    throws(Diagnostic)
  {
    let others = zip(statistics?.leaves ?? [], statistics?.values ?? [])
    let all = Array(zip(nodes, values)) + Array(others)
    var first: NodeID?
    for (leaf, number) in all {
      changedLeaves.keep(leaf, graph.value(of: leaf))
      graph.set(leaf, to: number)
      first = min(first ?? leaf, leaf)
    }
    if let first { graph.reevaluate(from: first) }
  }

  /// Gives a record its name; the last loss is now the one it is about.
  func keep(_ record: RunRecord) {
    names.define(record.name, .run(record))
    lastRun = record
    guard countsAllRuns else { return }
    note(record)
    let earlier = record.earlierCounts ?? runCounts
    record.earlierCounts = earlier
    for (name, count) in record.counts { runCounts[name] = (earlier[name] ?? 0) + count }
  }

  /// Marks what went wrong as something that leaves the work done until then in place.
  func kept(_ diagnostic: Diagnostic) -> Diagnostic {
    keptTrouble = diagnostic.id
    return diagnostic
  }

  /// A step as it is reported.
  func report(
    _ update: UpdateRecord, _ rate: Double, of subject: String, steps: Int? = nil, isThinned: Bool
  ) -> UpdateReport {
    func named(_ values: [Double]) -> [(name: String, numbers: Numbers)] {
      update.parameters.tensors.map {
        ($0.name, Numbers(shape: $0.shape, elements: Array(values[$0.places])))
      }
    }
    return UpdateReport(
      step: update.step, loss: update.loss, gradients: named(update.gradient), lr: rate,
      gradientNorm: update.gradientNorm, parameters: named(update.after), of: subject,
      steps: steps, isThinned: isThinned)
  }

  /// The complaint about a loss, gradient or parameter that became nan or infinite while training:
  /// the first node that did, and its operands.
  func diagnostic(
    _ place: Trainer.NonFinite, _ subject: TrainingSubject, _ parameters: Parameters,
    of nodes: [NodeID], at range: SourceRange
  ) throws(Diagnostic) -> Diagnostic {
    if case .parameter(let index, let value) = place.quantity {
      return TrainingProblem.overflow(
        what: "'\(parameters.name(of: index))'", value: value,
        position: "in epoch \(place.epoch), step \(place.step)"
      ).diagnostic(at: range)
    }
    // Looked at where it happened, which the session then leaves.
    let now = nodes.map(graph.value)
    try take(place.parameters, of: nodes, nil)
    let diagnostic = try firstNonFinite(place, subject, at: range)
    try take(now, of: nodes, nil)
    return diagnostic
  }

  /// Where the program says what went wrong, if that is not the statement that met it.
  func origin(of cause: Diagnostic, besides range: SourceRange) -> [String] {
    let place = cause.range
    guard place != .none, place.start < range.start || place.end > range.end,
      let (text, base) = sources.source(at: place.start)
    else { return [] }
    let line = LineTable(text).line(of: Int(place.start - base))
    return ["line \(line) computes it: \(words(place))"]
  }

  private func firstNonFinite(
    _ place: Trainer.NonFinite, _ subject: TrainingSubject, at range: SourceRange
  ) throws(Diagnostic) -> Diagnostic {
    for row in place.row.map({ [$0] }) ?? Array(place.rows.reversed()) {
      let found = try temporarily { () throws(Diagnostic) -> Diagnostic? in
        let nodes = try lossNodes(
          subject, rows: subject.network?.couplesRows == true ? place.rows : [row])
        let tape = try tape(of: nodes.loss, at: range)
        let pass = Pass(
          name: "the loss", graph: graph, tape: tape, leaves: [], shown: .none, isUnfolded: true)
        let cause: Diagnostic
        if let node = tape.firstNonFiniteValue(in: graph) {
          cause = NonFiniteWording.value(node, in: pass, at: range)
        } else if let origin = tape.firstNonFiniteGradient(in: graph) {
          cause = NonFiniteWording.gradient(origin, in: pass, at: range)
        } else {
          return nil
        }
        return TrainingProblem.nonFinite(
          cause: cause.message,
          notes: cause.notes + origin(of: cause, besides: range), step: place.step, row: row + 1
        ).diagnostic(at: range)
      }
      if let found { return found }
    }
    return TrainingProblem.nonFinite(
      cause: "the loss is no finite number", notes: [], step: place.step, row: nil
    ).diagnostic(at: range)
  }
}

extension RunRecord {
  /// Notes how far a training has come, and where it began unless that is known.
  func note(_ course: Trainer.Course) {
    (steps, epochs) = (course.updating.done, course.finished)
    firstLoss = firstLoss ?? course.firstLoss
  }

  /// Adds what is known after an epoch.
  func add(_ epoch: Trainer.Epoch) {
    var values = [
      ("loss", epoch.loss), ("batch_loss", epoch.batchLoss), ("gradient_norm", epoch.gradientNorm),
    ]
    if !epoch.lr.isNaN { values.insert(("lr", epoch.lr), at: 2) }
    if let accuracy = epoch.accuracy { values.append(("accuracy", accuracy)) }
    if let loss = epoch.validationLoss { values.append(("validation_loss", loss)) }
    if let accuracy = epoch.validationAccuracy { values.append(("validation_accuracy", accuracy)) }
    add(at: epoch.epoch, values.map { (name: $0.0, value: $0.1) })
  }

  /// What it is, in a line.
  var summary: String {
    "the record of a training: \(series.map(\.name).joined(separator: ", "))"
  }
}
