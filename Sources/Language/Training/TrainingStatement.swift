import Autodiff
import Reporting
import Training

/// A `train` statement: read, carried out, and what it leaves behind.
struct TrainingStatement {
  let interpreter: Interpreter
  let invocation: Invocation
  let subject: TrainingSubject
  let lossRule: Loss?
  let title: String
  /// Where the program names the data.
  private let dataRange: SourceRange

  /// Reads a statement; `function` is what is trained where that is not what the first operand
  /// stands for.
  init(_ interpreter: Interpreter, _ invocation: Invocation, function given: FunctionValue? = nil)
    throws(Diagnostic)
  {
    self.interpreter = interpreter
    self.invocation = invocation
    let operands = try interpreter.operands(invocation, 2...2)
    guard let lossExpression = interpreter.option("loss", invocation) else {
      throw ProgramProblem.missingSetting("loss", of: invocation.verb.text)
        .diagnostic(at: invocation.verb.range)
    }
    let function = if let given { given } else { try interpreter.trainable(operands[0]) }
    let (loss, rule) = try interpreter.loss(lossExpression)
    let data = try TrainingStatement.data(
      interpreter, operands[1], for: rule, named: loss.name)
    subject = TrainingSubject(
      function: function, loss: loss, data: data, range: invocation.range)
    if let network = subject.network, network.inputs != data.set.x.columns {
      throw NetworkProblem.width(
        network: network.name, inputs: network.inputs, given: .vector(data.set.x.columns)
      ).diagnostic(at: operands[1].range)
    }
    lossRule = rule
    title = interpreter.words(operands[0].range)
    dataRange = operands[1].range
  }

  /// The data, its targets read as classes where the loss wants that.
  static func data(
    _ interpreter: Interpreter, _ expression: Expression, for rule: Loss?, named loss: String
  ) throws(Diagnostic) -> DataValue {
    let data = try interpreter.data(expression, "what is trained on")
    guard data.set.y != nil else {
      throw DataProblem.noTargets.diagnostic(at: expression.range)
    }
    if rule?.target == .classes, data.set.classes == nil, data.isFromFile {
      return data.with(data.set.withClasses())
    }
    if let classes = data.set.classes, let rule, rule.target == .values {
      throw TrainingProblem.classesAsValues(loss: rule.name, classes: classes)
        .diagnostic(at: expression.range)
    }
    return data
  }

  /// Refuses a class that a prediction has no number for, before anything is trained.
  func refuseClasses(of data: DataValue, beyond count: Int, at range: SourceRange)
    throws(Diagnostic)
  {
    guard lossRule?.target == .classes, let y = data.set.y, y.columns == 1 else { return }
    for (row, number) in y.elements.enumerated() {
      guard let place = Int(exactly: number), 1...max(count, 1) ~= place else {
        throw TrainingProblem.noSuchClass(number, classes: count, row: row + 1)
          .diagnostic(at: range)
      }
    }
  }

  /// What a training came to; nothing of it is in the graph yet.
  struct Outcome {
    let subject: TrainingSubject
    let record: RunRecord
    let updating: Updating
    let statistics: RunningStatistics
    let ending: Trainer.Ending
    /// What a script of the program says about it, if one is written.
    let section: ScriptSection?
    /// What the parameters that were kept are worth.
    let measure: () throws(Diagnostic) -> Trainer.Epoch?
  }

  func run() throws(Diagnostic) { try conclude(try train(remembers: true)) }

  /// Gives the parameters their new values, and tells how it ended.
  func conclude(_ outcome: Outcome) throws(Diagnostic) {
    let record = outcome.record
    try interpreter.take(outcome.updating.values, of: record.nodes, outcome.statistics)
    interpreter.keep(record)
    if let section = outcome.section {
      interpreter.script?.add(section.lines(record, unit: "epoch"))
    }
    var report = TrainingReport(
      subject: title, run: record.name, count: record.epochs ?? 0,
      unit: "epochs",
      firstLoss: record.firstLoss, lastLoss: record.values(of: "loss")?.last,
      accuracy: record.values(of: "accuracy")?.last,
      validationLoss: record.values(of: "validation_loss")?.last,
      validationAccuracy: record.values(of: "validation_accuracy")?.last,
      losses: record.values(of: "loss") ?? [], isTold: !record.places.isEmpty)
    report.steps = outcome.updating.done
    if case .stoppedEarly(let last, let best) = outcome.ending {
      report.note =
        "stopped after epoch \(last); the parameters are those of epoch \(best), the best"
      if let kept = try outcome.measure() {
        report.lastLoss = kept.loss
        report.accuracy = kept.accuracy
        report.validationLoss = kept.validationLoss
        report.validationAccuracy = kept.validationAccuracy
      }
    }
    interpreter.emit(.trained(report))
    switch outcome.ending {
    case .finished, .stoppedEarly: break
    case .stopped(let diagnostic, _):
      throw interpreter.kept(
        diagnostic.id == "interrupted"
          ? TrainingProblem.interrupted(steps: outcome.updating.done)
            .diagnostic(at: invocation.range) : diagnostic)
    case .nonFinite(let place):
      throw interpreter.kept(
        try interpreter.diagnostic(
          place, subject, outcome.updating.parameters, of: record.nodes, at: invocation.range))
    }
  }

  /// Trains, and leaves everything as it was but for the session's random draws; `remembers` what
  /// it takes to go back, unless nobody can.
  func train(remembers: Bool = false) throws(Diagnostic) -> Outcome {
    let trained = try interpreter.trained(
      subject, freeze: try interpreter.leafSet("freeze", invocation) ?? [])
    guard !trained.nodes.isEmpty else {
      throw TrainingProblem.nothingToTrain(title).diagnostic(at: invocation.range)
    }
    try refuseClasses(of: subject.data, beyond: trained.predictions, at: dataRange)
    let record = RunRecord(name: try interpreter.runName(invocation), subject: subject)
    let updating = try interpreter.updating(trained.parameters, invocation, for: record)
    let trainer = try trainer()
    try refuseLoneRows(trainer)
    record.nodes = trained.nodes
    let statistics = RunningStatistics(interpreter, subject)
    let key = interpreter.random.draw().bits(0)
    record.key = key
    let loss = try dataLoss(trained.nodes, statistics, key: key)
    let teller = RunTeller(record)
    var watch = try self.watch(trained, teller, statistics, updating)
    var last: Trainer.Epoch?
    let section = try interpreter.script.map { (script) throws(Diagnostic) in
      try self.section(script, trained, updating, trainer, key: key)
    }
    if let section {
      let update = watch.update
      watch.update = {
        section.note($0)
        update?($0, $1)
      }
    }
    let tell = watch.epoch
    watch.epoch = { epoch in
      tell(epoch)
      last = epoch
    }
    if remembers {
      watch.checkpoints = Checkpoints(
        steps: try steps(of: trainer), parameters: trained.nodes.count)
    }
    let objective = try objective(updating.method, trained, loss)
    let course = Trainer.Course(trainer, loss, updating, objective: objective, watch)
    let ending = course.finish()
    record.note(course)
    record.lastUpdate = updating.last
    record.updating = updating
    record.nextRows = nextRows
    if let checkpoints = watch.checkpoints {
      record.updating = updating.copy(at: updating.state())
      record.history = RunHistory(
        TrainingCourse(self, course, loss, updating, statistics, teller, key: key), checkpoints,
        isUnfinished: ending.isUnfinished)
    }
    return Outcome(
      subject: subject, record: record, updating: updating, statistics: statistics, ending: ending,
      section: section
    ) { () throws(Diagnostic) in
      // Early stopping goes back to the best epoch, which need not be the last that was reported.
      guard trainer.stop != nil, var epoch = last else { return last }
      let values = updating.values
      epoch.loss =
        try loss.loss(at: values, step: updating.done) + (updating.penalty(at: values)?.loss ?? 0)
      epoch.accuracy = try watch.accuracy()
      if let measured = try watch.validation() {
        (epoch.validationLoss, epoch.validationAccuracy) = measured
      }
      return epoch
    }
  }

  private func dataLoss(_ nodes: [NodeID], _ statistics: RunningStatistics, key: UInt64)
    throws(Diagnostic) -> DataLoss
  {
    let (interpreter, subject, range) = (interpreter, subject, invocation.range)
    func circuit(_ rows: Int) throws(Diagnostic) -> RowCircuit {
      try interpreter.circuit(subject, parameters: nodes, rows: rows, isTraining: true)
    }
    let rows: DataLoss.Rows =
      if subject.network?.couplesRows == true {
        .together(circuit)
      } else {
        .separate(try circuit(1))
      }
    let loss = DataLoss(rows, data: subject.data.set, key: key) {
      (count) throws(Diagnostic) in
      try interpreter.spend(count, at: range)
    }
    loss.keepStatistics = { statistics.update($0) }
    return loss
  }

  /// The statement as a section of a PyTorch script.
  private func section(
    _ script: TrainingScript, _ trained: Interpreter.Trained, _ updating: Updating,
    _ trainer: Trainer, key: UInt64
  ) throws(Diagnostic) -> ScriptSection {
    try ScriptTraining(
      interpreter: interpreter, script: script, subject: subject, trained: trained,
      updating: updating, trainer: trainer, key: key, validation: try validation(),
      own: try interpreter.ownOptimizerSyntax(invocation),
      words: interpreter.words(invocation.range)
    ).section()
  }

  private func objective(
    _ method: Updating.Method, _ trained: Interpreter.Trained, _ loss: DataLoss
  ) throws(Diagnostic) -> Objective? {
    guard case .objective = method else { return nil }
    let (interpreter, subject) = (interpreter, subject)
    return try interpreter.objective(
      trained.parameters, at: interpreter.option("optimizer", invocation)?.range ?? invocation.range
    ) {
      (values) throws(Diagnostic) in
      var gradient = Array(repeating: 0.0, count: values.count)
      let value = try loss.loss(
        of: Array(0..<subject.data.set.count)[...], at: values, step: 0, first: nil,
        gradient: &gradient)
      return (value, gradient)
    } product: { () throws(Diagnostic) in
      try interpreter.hessianProduct(of: subject, at: trained.nodes)
    }
  }
}
