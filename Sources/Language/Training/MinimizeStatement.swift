import Autodiff
import Reporting
import Training

/// A `minimize` statement: a value over the parameters it depends on.
struct MinimizeStatement {
  private let interpreter: Interpreter
  private let invocation: Invocation
  private let operand: Expression

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    operand = try interpreter.operands(invocation, 1...1)[0]
  }

  func run() throws(Diagnostic) {
    let interpreter = interpreter
    let title = interpreter.words(operand.range)
    let steps = try interpreter.countOption("steps", invocation, default: 1)
    let every = try interpreter.countOption("every", invocation, default: 1)
    let value = try interpreter.evaluate(operand)
    let output = try interpreter.scalarNode(value, "what 'minimize' is given", at: operand.range)
    let trained = interpreter.trained(
      output, freeze: try interpreter.leafSet("freeze", invocation) ?? [],
      only: try interpreter.leafSet("only", invocation))
    guard !trained.nodes.isEmpty else {
      throw ProgramProblem.nothingToTrain(title).diagnostic(at: operand.range)
    }
    let record = RunRecord(name: try interpreter.runName(invocation), subject: nil)
    let updating = try interpreter.updating(trained.parameters, invocation, for: record)
    let sweep = Sweep(
      Circuit(interpreter.graph, outputs: [output], parameters: trained.nodes, inputs: []))
    record.nodes = trained.nodes
    func evaluate(_ values: [Double], _ first: [Double]?, _ gradient: inout [Double]) -> Double {
      sweep.give(parameters: values)
      sweep.computeForward()
      sweep.clearGradient(keeping: first)
      sweep.computeBackward(seed: 1)
      sweep.copyGradient(to: &gradient)
      return sweep.output(0)
    }
    var objective: Objective?
    if case .objective = updating.method {
      objective = try interpreter.objective(
        trained.parameters, at: interpreter.option("optimizer", invocation)?.range ?? operand.range
      ) {
        (values) throws(Diagnostic) in
        try interpreter.spend(sweep.circuit.work / 8 + 1, at: invocation.range)
        var gradient = Array(repeating: 0.0, count: values.count)
        let value = evaluate(values, nil, &gradient)
        return (value, gradient)
      } product: { () throws(Diagnostic) in
        try interpreter.hessianProduct(of: output, at: trained.nodes, invocation.range)
      }
    }
    let section = try interpreter.script.map { (script) throws(Diagnostic) in
      try ScriptMinimization(
        interpreter: interpreter, script: script, output: output, trained: trained,
        updating: updating, steps: steps, own: try interpreter.ownOptimizerSyntax(invocation),
        words: interpreter.words(invocation.range), range: invocation.range
      ).section()
    }
    var trouble: Diagnostic?
    var gradient = Array(repeating: 0.0, count: updating.count)
    do throws(Diagnostic) {
      for step in 1...steps {
        try interpreter.spend(sweep.circuit.work / 8 + 1, at: invocation.range)
        let penalty = try updating.penalty(at: updating.values)
        let bare = evaluate(updating.values, penalty?.gradient, &gradient)
        let loss = penalty.map { bare + $0.loss } ?? bare
        guard loss.isFinite, Finite.areAll(gradient) else {
          trouble = try nonFinite(output, updating.values, trained.nodes, step: step)
          updating.takeBack()
          break
        }
        let rate = try updating.rate()
        if let (place, value) = try updating.step(
          loss: loss, gradient: &gradient, objective: objective)
        {
          trouble = ProgramProblem.trainingOverflow(
            what: "'\(trained.parameters.name(of: place))'", value: value,
            position: "in step \(step)", remedy: .smallerSteps
          ).diagnostic(at: invocation.range)
          break
        }
        if let section, let update = updating.last { section.note(update) }
        updating.observe(loss)
        if step % every == 0 || step == steps, let update = updating.last {
          record.add(
            at: step,
            [(name: "loss", value: loss)] + (rate.isNaN ? [] : [(name: "lr", value: rate)])
              + [(name: "gradient_norm", value: update.gradientNorm)])
          interpreter.emit(
            .update(
              interpreter.report(
                update, rate, of: title, steps: steps,
                isThinned: interpreter.option("every", invocation) != nil)))
        }
        guard interpreter.isWatched else { continue }
        interpreter.emit(
          .progress(
            TrainingProgress(
              progress: Trainer.Progress(
                epoch: step, epochs: steps, fraction: Double(step) / Double(steps), loss: loss,
                lr: rate, rows: step), unit: "step", subject: title)))
      }
    } catch {
      trouble =
        error.id == "interrupted"
        ? ProgramProblem.trainingInterrupted(steps: updating.done).diagnostic(at: invocation.range)
        : error
    }
    record.lastUpdate = updating.last
    record.updating = updating
    record.output = output
    record.outputWords = title
    try interpreter.take(updating.values, of: trained.nodes, nil)
    interpreter.keep(record)
    interpreter.lastLoss = try interpreter.penalized(output, record, at: invocation.range)
    if let section { interpreter.script?.add(section.lines(record, unit: "step")) }
    let final =
      evaluate(updating.values, nil, &gradient)
      + (try updating.penalty(at: updating.values)?.loss ?? 0)
    interpreter.emit(
      .trained(
        TrainingReport(
          subject: title, run: record.name, count: updating.done, unit: "steps",
          firstLoss: record.values(of: "loss")?.first, lastLoss: final,
          losses: record.values(of: "loss") ?? [], isTold: true)))
    if let trouble { throw interpreter.kept(trouble) }
  }

  /// The first node that became nan or infinite, at the parameters that made it so.
  private func nonFinite(
    _ output: NodeID, _ values: [Double], _ nodes: [NodeID], step: Int
  ) throws(Diagnostic) -> Diagnostic {
    // Looked at where it happened; the last good parameters are put back by whoever asked.
    try interpreter.take(values, of: nodes, nil)
    let tape = try interpreter.tape(of: output, at: invocation.range)
    let pass = Pass(
      name: interpreter.words(operand.range), graph: interpreter.graph, tape: tape, leaves: [],
      shown: .none, isUnfolded: true)
    let cause: Diagnostic
    if let node = tape.firstNonFiniteValue(in: interpreter.graph) {
      cause = NonFiniteWording.value(node, in: pass, at: invocation.range)
    } else if let origin = tape.firstNonFiniteGradient(in: interpreter.graph) {
      cause = NonFiniteWording.gradient(origin, in: pass, at: invocation.range)
    } else {
      cause = ProgramProblem.trainingNonFinite(cause: "no finite number", notes: [], position: "")
        .diagnostic(at: invocation.range)
    }
    return ProgramProblem.trainingNonFinite(
      cause: cause.message,
      notes: cause.notes + interpreter.origin(of: cause, besides: invocation.range)
        + ProgramProblem.smallerSteps(after: step),
      position: "in step \(step)"
    ).diagnostic(at: invocation.range)
  }
}
