import Autodiff
import Reporting
import Training

/// A place in a run that has a name.
enum RewindWord: String {
  /// Before the last step that was made.
  case last
  /// After it, with what the run left behind.
  case end
}

/// A `rewind` statement: to a step, to where a condition holds, or on.
struct RewindStatement {
  let interpreter: Interpreter
  let invocation: Invocation
  let run: RunRecord
  let history: RunHistory

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    let operand = try interpreter.operands(invocation, 1...1)[0]
    run = try interpreter.runNamed(operand)
    guard let history = run.history else {
      throw RewindProblem.ofSearch(run.name).diagnostic(at: operand.range)
    }
    self.history = history
    if interpreter.script != nil {
      throw RewindProblem.inScript.diagnostic(at: invocation.range)
    }
    try refuseChangedLeaves(at: operand.range)
  }

  func carryOut() throws(Diagnostic) {
    let given = invocation.arguments.filter { $0.name != nil }
    guard given.count == 1, let option = given.first else {
      throw RewindProblem.howFar.diagnostic(at: invocation.range)
    }
    switch option.name?.text {
    case "step":
      if let step = try step(option.value) { try go(to: step) } else { try goToEnd() }
    case "when":
      if let step = try firstStep(where: option.value) { try go(to: step) } else { try goToEnd() }
    default:
      guard try interpreter.flag("resume", invocation, default: false) else {
        throw RewindProblem.howFar.diagnostic(at: invocation.range)
      }
      try resume()
    }
  }

  /// Refuses a run whose parameters have been replaced by others.
  private func refuseChangedLeaves(at range: SourceRange) throws(Diagnostic) {
    let known = Set(interpreter.leaves().flatMap(\.nodes))
    for (place, node) in run.nodes.enumerated() where !known.contains(node) {
      let name = history.course.updating.parameters.name(of: place)
      throw RewindProblem.leafChanged(name, run: run.name).diagnostic(at: range)
    }
  }

  /// The step that is meant; nil for the end.
  private func step(_ expression: Expression) throws(Diagnostic) -> Int? {
    if case .name(let word) = expression.kind, interpreter.names.value(of: word) == nil {
      switch RewindWord(rawValue: word) {
      case .last: return max(history.made, 1)
      case .end: return nil
      case nil: break
      }
    }
    let step = try interpreter.wholeNumber(expression, "'step'")
    guard step >= 1, step <= history.made else {
      throw RewindProblem.noSuchStep(step, made: history.made, run: run.name)
        .diagnostic(at: expression.range)
    }
    return step
  }

  // MARK: Places

  /// Goes to before a step, and finds out what it will do.
  private func go(to step: Int) throws(Diagnostic) {
    let course = history.course
    let (here, batch) = try stand(before: step)
    try course.makeStep()
    let record = run.copy()
    record.history = history
    record.steps = here.done
    if course.epochs != nil { record.epochs = here.finished }
    record.lastUpdate = course.updating.last
    record.updating = course.updating.copy(at: here.updating)
    record.rewound = RewoundRun(
      step: step, here: here, batch: batch, ended: run.rewound?.ended ?? run)
    let norm = course.updating.gradientNorm
    try take(here.updating.values, here.others.statistics, record)
    guard try course.agrees(with: batch, of: record) else {
      throw RewindProblem.lossChanged(subject: course.title, run: run.name)
        .diagnostic(at: invocation.range)
    }
    tell(
      RewindReport.Step(
        number: step, epoch: course.epochs.map { (here.epoch, $0) },
        rows: batch?.rows.map { $0 + 1 }, loss: course.lastLoss, lr: course.rate,
        gradientNorm: norm))
  }

  /// Makes the steps before one again, from the nearest checkpoint.
  private func stand(before step: Int) throws(Diagnostic) -> (Checkpoint, RunBatch?) {
    let course = history.course
    let random = interpreter.random
    defer { interpreter.random = random }
    guard let nearest = history.checkpoints.last(upTo: step - 1) else {
      throw RewindProblem.noSuchStep(step, made: history.made, run: run.name)
        .diagnostic(at: invocation.range)
    }
    course.restore(nearest)
    try course.advance(to: step - 1)
    return (course.checkpoint(withGradient: false), try course.nextBatch())
  }

  /// Goes to where the run ended.
  private func goToEnd() throws(Diagnostic) {
    try take(history.values, history.statistics, run.rewound?.ended ?? run)
    tell(nil)
  }

  private func take(_ values: [Double], _ statistics: [Double], _ record: RunRecord)
    throws(Diagnostic)
  {
    history.course.statistics?.restore(statistics)
    try interpreter.take(values, of: run.nodes, history.course.statistics)
    interpreter.keep(record)
    if let output = record.output {
      interpreter.lastLoss = try interpreter.penalized(output, record, at: invocation.range)
    }
  }

  private func tell(_ step: RewindReport.Step?) {
    let parameters = history.course.updating.parameters
    interpreter.emit(
      .rewound(
        RewindReport(
          run: run.name, subject: history.course.title, loss: lossWords, step: step,
          steps: history.made,
          parameters: parameters.tensors.map { tensor in
            (
              tensor.name,
              Numbers(
                shape: tensor.shape,
                elements: run.nodes[tensor.places].map(interpreter.graph.value))
            )
          })))
  }

  /// How the program can speak of the loss: by the name it was minimized under, or as `loss`, unless
  /// that has been given to something else since.
  private var lossWords: String? {
    guard let output = run.output else {
      return interpreter.names.value(of: "loss") == nil ? "loss" : nil
    }
    let title = history.course.title
    guard let value = interpreter.names.value(of: title) else {
      return interpreter.graph.name(of: output) == nil ? title : nil
    }
    if case .node(output) = value { return title }
    return nil
  }

  /// Goes on from where the run stands, with the parameters as they are now.
  private func resume() throws(Diagnostic) {
    guard var start = run.rewound?.here ?? history.unfinished else {
      throw RewindProblem.over(run.name, steps: history.made)
        .diagnostic(at: invocation.range)
    }
    let course = history.course
    start.updating.values = run.nodes.map(interpreter.graph.value)
    start.others.statistics = (course.statistics?.leaves ?? []).map(interpreter.graph.value)
    let record = run.copy(upTo: Double(course.epochs == nil ? start.done : start.finished))
    // The parameters at the start may have been set to something else.
    if start.done == 0 { record.firstLoss = nil }
    let random = interpreter.random
    defer { interpreter.random = random }
    course.restore(start)
    try course.finish(record, Checkpoints(history.checkpoints, upTo: start))
  }
}

extension Interpreter {
  /// The run an expression names.
  fileprivate func runNamed(_ expression: Expression) throws(Diagnostic) -> RunRecord {
    guard case .name(let name) = expression.kind else {
      throw RewindProblem.notARun(words(expression.range), kind: "an expression")
        .diagnostic(at: expression.range)
    }
    switch names.value(of: name) {
    case .run(let run): return run
    case let value?:
      throw RewindProblem.notARun(name, kind: value.kind).diagnostic(at: expression.range)
    case nil:
      let known = names.globals.compactMap { name, binding -> String? in
        if case .run = binding.value { name } else { nil }
      }
      throw RewindProblem.noRun(name, known: known, closest: closestName(to: name, among: known))
        .diagnostic(at: expression.range)
    }
  }
}
