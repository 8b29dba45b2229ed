import Autodiff
import Reporting
import Training

/// The steps of a `minimize` statement.
final class MinimizeCourse: RunCourse {
  private let statement: MinimizeStatement
  private let interpreter: Interpreter
  private let output: NodeID
  private let nodes: [NodeID]
  private let every: Int
  private let isThinned: Bool
  private let section: ScriptSection?
  private let sweep: Sweep
  let updating: Updating
  private var objective: Objective?
  private var record: RunRecord
  private var isSilent = false
  private var isObserved = true
  private var checkpoints: Checkpoints?
  private var gradient: [Double]
  let title: String
  let steps: Int?
  private let planned: Int
  private var firstLoss: Double?
  private(set) var lastLoss = Double.nan
  private(set) var rate = Double.nan

  init(
    _ statement: MinimizeStatement, _ output: NodeID, _ trained: Interpreter.Trained,
    _ record: RunRecord, steps: Int, every: Int
  ) throws(Diagnostic) {
    let (interpreter, invocation) = (statement.interpreter, statement.invocation)
    self.statement = statement
    self.interpreter = interpreter
    self.output = output
    self.record = record
    self.every = every
    self.steps = steps
    planned = steps
    title = statement.title
    nodes = trained.nodes
    isThinned = interpreter.option("every", invocation) != nil
    updating = try interpreter.updating(trained.parameters, invocation, for: record)
    sweep = Sweep(
      Circuit(interpreter.graph, outputs: [output], parameters: trained.nodes, inputs: []))
    gradient = Array(repeating: 0, count: updating.count)
    checkpoints = Checkpoints(steps: steps, parameters: updating.count)
    section = try interpreter.script.map { [updating] (script) throws(Diagnostic) in
      try ScriptMinimization(
        interpreter: interpreter, script: script, output: output, trained: trained,
        updating: updating, steps: steps, own: try interpreter.ownOptimizerSyntax(invocation),
        words: interpreter.words(invocation.range), range: invocation.range
      ).section()
    }
    if case .objective = updating.method { objective = try makeObjective(over: trained.parameters) }
  }

  private func makeObjective(over parameters: Parameters) throws(Diagnostic) -> Objective {
    let (interpreter, range) = (interpreter, statement.invocation.range)
    let (sweep, output, nodes) = (sweep, output, nodes)
    return try interpreter.objective(
      parameters,
      at: interpreter.option("optimizer", statement.invocation)?.range ?? statement.operand.range
    ) { (values) throws(Diagnostic) in
      try interpreter.spend(sweep.circuit.work / 8 + 1, at: range)
      var gradient = Array(repeating: 0.0, count: values.count)
      let value = sweep.value(at: values, first: nil, gradient: &gradient)
      return (value, gradient)
    } product: { () throws(Diagnostic) in
      try interpreter.hessianProduct(of: output, at: nodes, range)
    }
  }

  // MARK: Steps

  /// Makes a step; gives what ended the run, if something did.
  private func step() throws(Diagnostic) -> Diagnostic? {
    if let checkpoints, updating.done >= checkpoints.next {
      checkpoints.keep(checkpoint(withGradient: false))
    }
    let range = statement.invocation.range
    let done = updating.done
    // Taken out, so that nothing has to watch over who else may reach it meanwhile.
    var gradient: [Double] = []
    swap(&gradient, &self.gradient)
    defer { swap(&gradient, &self.gradient) }
    try interpreter.spend(sweep.circuit.work / 8 + 1, at: range)
    let penalty = try updating.penalty()
    let bare = sweep.value(
      at: updating.values, first: penalty?.gradient, gradient: &gradient)
    let loss = penalty.map { bare + $0.loss } ?? bare
    lastLoss = loss
    guard loss.isFinite, Finite.areAll(gradient) else {
      let trouble = try statement.nonFinite(output, updating.values, nodes, step: done)
      updating.takeBack()
      return trouble
    }
    if done == 0 { firstLoss = loss }
    rate = try updating.rate()
    if let (place, value) = try updating.step(
      loss: loss, gradient: &gradient, objective: objective)
    {
      return TrainingProblem.overflow(
        what: "'\(updating.parameters.name(of: place))'", value: value,
        position: "in step \(done + 1)"
      ).diagnostic(at: range)
    }
    isObserved = false
    if !isSilent { tell() }
    return nil
  }

  private func tell() {
    let step = updating.done
    if let section, let update = updating.last { section.note(update) }
    if step % every == 0 || step == planned, let update = updating.last {
      record.add(
        at: step,
        [(name: "loss", value: lastLoss)] + (rate.isNaN ? [] : [(name: "lr", value: rate)])
          + [(name: "gradient_norm", value: update.gradientNorm)])
      interpreter.emit(
        .update(
          interpreter.report(update, rate, of: title, steps: planned, isThinned: isThinned)))
    }
    guard interpreter.isWatched else { return }
    interpreter.emit(
      .progress(
        TrainingProgress(
          progress: Trainer.Progress(
            epoch: step, epochs: planned, fraction: Double(step) / Double(planned),
            loss: lastLoss, lr: rate, rows: step), unit: "step", subject: title)))
  }

  /// Goes on to the planned end, and leaves what came of it in the session.
  func finish() throws(Diagnostic) {
    isSilent = false
    var trouble: Diagnostic?
    var isUnfinished = false
    do throws(Diagnostic) {
      while updating.done < planned {
        let found = try step()
        observe()
        if let found {
          trouble = found
          break
        }
      }
    } catch {
      isUnfinished = true
      trouble =
        error.id == "interrupted"
        ? TrainingProblem.interrupted(steps: updating.done)
          .diagnostic(at: statement.invocation.range) : error
    }
    record.steps = updating.done
    record.firstLoss = record.firstLoss ?? firstLoss
    record.lastUpdate = updating.last
    record.updating = updating.copy(at: updating.state())
    record.output = output
    record.outputWords = title
    if let checkpoints {
      record.history = RunHistory(self, checkpoints, isUnfinished: isUnfinished)
    }
    try interpreter.take(updating.values, of: nodes, nil)
    interpreter.keep(record)
    interpreter.lastLoss = try interpreter.penalized(
      output, record, at: statement.invocation.range)
    if let section { interpreter.script?.add(section.lines(record, unit: "step")) }
    let final =
      sweep.value(at: updating.values, first: nil, gradient: &gradient)
      + (try updating.penalty(at: updating.values)?.loss ?? 0)
    var report = TrainingReport(
      subject: title, run: record.name, count: updating.done, unit: "steps",
      firstLoss: record.firstLoss, lastLoss: final,
      losses: record.values(of: "loss") ?? [], isTold: true)
    if updating.made > updating.done {
      report.note = "step \(updating.made) is taken back: what it changed is as before it"
    }
    interpreter.emit(.trained(report))
    if let trouble { throw interpreter.kept(trouble) }
  }

  // MARK: Going back

  var statistics: RunningStatistics? { nil }
  var epochs: Int? { nil }
  var epoch: Int { updating.done }
  var finished: Int { updating.done }

  func checkpoint(withGradient: Bool) -> Checkpoint {
    Checkpoint(
      updating: updating.state(withGradient: withGradient),
      others: Checkpoint.Others(random: interpreter.random))
  }

  func restore(_ checkpoint: Checkpoint) {
    updating.restore(checkpoint.updating)
    isObserved = true
    interpreter.random = checkpoint.others.random
  }

  func advance(to done: Int) throws(Diagnostic) {
    observe()
    while updating.done < done {
      try makeStep()
      observe()
    }
  }

  /// Tells plateaus the loss of the last step, once.
  private func observe() {
    if !isObserved { updating.observe(lastLoss) }
    isObserved = true
  }

  func makeStep() throws(Diagnostic) {
    (isSilent, checkpoints) = (true, nil)
    if let trouble = try step() { throw trouble }
  }

  func nextBatch() throws(Diagnostic) -> RunBatch? { nil }

  func agrees(with batch: RunBatch?, of record: RunRecord) throws(Diagnostic) -> Bool {
    let found = try interpreter.temporarily { () throws(Diagnostic) in
      let loss = try interpreter.penalized(output, record, at: statement.invocation.range)
      return interpreter.graph.value(of: loss)
    }
    return found == lastLoss
  }

  func finish(_ record: RunRecord, _ checkpoints: Checkpoints) throws(Diagnostic) {
    self.record = record
    self.checkpoints = checkpoints
    try finish()
  }
}

extension Sweep {
  /// The value at some parameters, and the gradient there on top of what has arrived first.
  fileprivate func value(at values: [Double], first: [Double]?, gradient: inout [Double]) -> Double
  {
    give(parameters: values)
    computeForward()
    clearGradient(keeping: first)
    computeBackward(seed: 1)
    copyGradient(to: &gradient)
    return output(0)
  }
}
