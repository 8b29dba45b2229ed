import Autodiff
import Reporting
import Training

/// Writes a `train` statement as a section of a PyTorch script.
struct ScriptTraining {
  let interpreter: Interpreter
  let script: TrainingScript
  let subject: TrainingSubject
  let trained: Interpreter.Trained
  let updating: Updating
  let trainer: Trainer
  /// What masks of dropout are drawn from.
  let key: UInt64
  let validation: DataValue?
  /// The learner's own optimizer, if it is one.
  let own: OptimizerSyntax
  let words: String

  private var range: SourceRange { subject.range }
  private var rowCount: Int { subject.data.set.count }

  func section() throws(Diagnostic) -> ScriptSection {
    let module = try ScriptModel(interpreter, subject, trained, at: range)
    let section = ScriptSection(module.leaves.tensors)
    let (className, model, isNew) = script.module(
      subject.function.name, ([subject.function.name] + module.lines).joined(separator: "\n"))
    script.drops = script.drops || module.drops
    var lines = ["# " + PythonText.comment(words), "", ""]
    if isNew { lines += ["class \(className)(nn.Module):"] + module.lines + ["", ""] }
    lines += ["\(model) = \(className)()", "\(model).load_state_dict({"]
    for tensor in module.leaves.tensors {
      let numbers = tensor.nodes.map(interpreter.graph.value)
      lines.append("    \(PythonText.string(tensor.attribute)): \(tensor.literal(numbers)),")
    }
    lines += ["})", "parameters = {"]
    for tensor in trained.parameters.tensors {
      guard let known = module.leaves.tensors.first(where: { $0.name == tensor.name }) else {
        continue
      }
      lines.append("    \(PythonText.string(tensor.name)): \(model).\(known.attribute),")
    }
    lines.append("}")
    for tensor in module.leaves.tensors where !tensor.isTrained && !tensor.isBuffer {
      lines.append("\(model).\(tensor.attribute).requires_grad_(False)  # frozen")
    }
    let weights = trained.parameters.tensors.filter(\.isWeight).map {
      "parameters[\(PythonText.string($0.name))]"
    }
    lines += ["weights = [\(weights.joined(separator: ", "))]", ""]
    let loss = try ScriptLoss(
      interpreter, subject, predictions: module.predictions,
      leaves: module.leaves.parts("\(model)."))
    lines += try data(loss) + [""] + loss.lines + ["", ""]
    try write(loss, into: section, model: model, drops: module.drops, &lines)
    section.before = lines
    return section
  }

  private func data(_ loss: ScriptLoss) throws(Diagnostic) -> [String] {
    var lines: [String] = []
    for (data, suffix) in [(subject.data, ""), (validation, "_validation")] {
      guard let data else { continue }
      let written = try ScriptData(
        data, suffix: suffix, countsClasses: loss.countsClasses, at: range)
      script.readsFiles = script.readsFiles || written.readsFile
      lines += written.lines
    }
    return lines
  }

  private func write(
    _ loss: ScriptLoss, into section: ScriptSection, model: String, drops: Bool,
    _ lines: inout [String]
  ) throws(Diagnostic) {
    let steps = try stepCount()
    let penalty = try ScriptPenalty(updating, steps: steps, at: range)
    let optimizer = try ScriptOptimizer(updating, own, steps: steps, at: range)
    let clip = try ScriptClip(updating.clip, steps: steps, at: range)
    let clipWeights = try ScriptClip(updating.clipWeights, steps: steps, at: range)
    lines += penalty.lines
    lines.append("def objective(rows, step):")
    if drops { lines.append("    \(model).draw = (\(key), step, rows.tolist())") }
    lines += [
      "    prediction, target = \(model)(x[rows]), y[rows]",
      "    return \(loss.call)" + (penalty.isEmpty ? "" : " + penalty(step)"), "", "",
    ]
    lines += optimizer.lines + [""] + clip.lines + clipWeights.lines
    let (order, orderLines) = try self.order()
    let (batch, batchLines) = try self.batch(steps)
    lines += orderLines + batchLines
    var body = optimizer.perStep
    if optimizer.needsClosure {
      body += [
        "def closure():", "    optimizer.zero_grad()",
        "    loss = \(penalty.isEmpty ? "" : "-penalty(step) + ")objective(torch.arange(len(x)), step)",
        "    loss.backward()", "    return loss", "",
      ]
    }
    body += [
      "optimizer.zero_grad()", "loss = objective(rows, step)", "loss.backward()",
      "norm = gradient_norm(parameters)", "if step == 0:", "    check.first_step(parameters)",
    ]
    body += clip.perStep
    body.append(optimizer.needsClosure ? "optimizer.step(closure)" : "optimizer.step()")
    body += clipWeights.perStep + ["losses.append(loss.item())", "step += 1"]
    section.loop =
      stopStart + ["step = 0", "for epoch in range(1, \(trainer.epochs) + 1):"]
      + [
        "    order = \(order)", "    start, losses = 0, []", "    while start < len(order):",
        "        rows = order[start:start + \(batch)]", "        start += len(rows)",
      ] + body.map { $0.isEmpty ? "" : "        " + $0 }
      + report(model, plateau: optimizer.plateau != nil).map { "    " + $0 } + stopEnd
  }

  // MARK: Parts of the loop

  private var stopStart: [String] {
    guard let stop = trainer.stop else { return [] }
    return ["best, kept, wait = \(stop.isMaximum ? "-" : "")math.inf, None, 0"]
  }

  private var stopEnd: [String] {
    guard trainer.stop != nil else { return [] }
    return [
      "if kept:", "    with torch.no_grad():",
      "        for p, value in zip(parameters.values(), kept):",
      "            p.copy_(value)",
    ]
  }

  /// What an epoch ends with: what is measured, and whether it goes on.
  private func report(_ model: String, plateau: Bool) -> [String] {
    let couples = subject.network?.couplesRows == true
    let evaluates = validation != nil
    var lines = trainer.stop == nil && !plateau ? ["if epoch in check:"] : ["if True:"]
    lines.append("    with torch.no_grad():")
    if couples {
      lines.append("        buffers = [buffer.clone() for buffer in \(model).buffers()]")
    }
    lines.append("        loss = objective(torch.arange(len(x)), step).item()")
    if couples {
      lines += [
        "        for buffer, value in zip(\(model).buffers(), buffers):",
        "            buffer.copy_(value)",
      ]
    }
    if evaluates {
      lines += [
        "        \(model).eval()",
        "        prediction, target = \(model)(x_validation), y_validation",
        "        validation_loss = (\(validationCall)).item()", "        \(model).train()",
      ]
    }
    let numbers = "loss, norm" + (evaluates ? ", validation_loss" : "")
    lines.append("    if epoch in check:")
    lines.append("        check.report(epoch, \(numbers))")
    if plateau {
      lines.append(
        "    plateau.step(\(evaluates ? "validation_loss" : "sum(losses) / len(losses)"))")
    }
    guard let stop = trainer.stop else { return lines }
    let delta = PythonText.number(stop.minimumChange)
    lines += [
      "    measure = \(evaluates ? "validation_loss" : "loss")",
      stop.isMaximum
        ? "    if measure > best + \(delta):" : "    if measure < best - \(delta):",
      "        best, wait = measure, 0",
      "        kept = [p.detach().clone() for p in parameters.values()]", "    else:",
      "        wait += 1",
      "        if wait >= \(PythonText.number(stop.patience)) and epoch > 1:", "            break",
    ]
    return lines
  }

  private var validationCall: String { "criterion(prediction, target)" }

  private func order() throws(Diagnostic) -> (String, [String]) {
    if case .asGiven = trainer.order { return ("torch.arange(len(x))", []) }
    let count = trainer.epochs * rowCount
    guard count <= 2_000_000 else {
      throw ScriptProblem.tooLong(what: "numbers of rows in order", count: count, limit: 2_000_000)
        .diagnostic(at: range)
    }
    let orders = (1...max(trainer.epochs, 1)).map {
      "    " + trainer.order(of: $0, count: rowCount).description + ","
    }
    return (
      "torch.tensor(orders[epoch - 1])",
      ["# The order of the rows in each epoch, from 0.", "orders = ["] + orders + ["]"]
    )
  }

  private func batch(_ steps: Int) throws(Diagnostic) -> (String, [String]) {
    guard let batch = trainer.batch else { return ("len(order)", []) }
    let schedule = try ScriptSchedule("batch", batch, steps: steps, at: range)
    if let number = schedule.number {
      return (NumberStyle.exact.text(max(1, number.rounded(.down))), [])
    }
    guard schedule.plateau == nil else {
      throw ScriptProblem.plateau("batch").diagnostic(at: range)
    }
    return ("max(1, math.floor(\(schedule.call)))", schedule.lines + [""])
  }

  /// How many steps there are.
  private func stepCount() throws(Diagnostic) -> Int {
    var steps = 0
    for _ in 0..<trainer.epochs {
      var start = 0
      let count = trainer.order(of: 1, count: rowCount).count
      while start < count {
        start += try trainer.batchSize(after: steps, of: count)
        steps += 1
      }
    }
    return steps
  }
}
