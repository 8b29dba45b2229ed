import Autodiff
import Reporting
import Training

extension TrainingStatement {
  /// What is told while it trains, and measured beside.
  func watch(
    _ trained: Interpreter.Trained, _ teller: RunTeller, _ statistics: RunningStatistics,
    _ updating: Updating
  ) throws(Diagnostic) -> Trainer.Watch {
    let (interpreter, range, title) = (interpreter, invocation.range, title)
    var watch = Trainer.Watch()
    let epochs = try interpreter.countOption("epochs", invocation, default: 1)
    let isThinned = interpreter.option("every", invocation) != nil
    watch.others = {
      Checkpoint.Others(statistics: statistics.values, random: interpreter.random)
    }
    watch.epoch = { epoch in
      guard teller.isNew(epoch) else { return }
      teller.record.add(epoch)
      interpreter.emit(
        .epoch(EpochReport(epoch: epoch, epochs: epochs, isThinned: isThinned)))
    }
    if interpreter.isWatched {
      watch.progress = { progress in
        guard !teller.isSilent else { return }
        interpreter.emit(
          .progress(TrainingProgress(progress: progress, unit: "epoch", subject: title)))
      }
    }
    if try interpreter.flag("updates", invocation, default: false) {
      watch.update = { update, rate in
        guard !teller.isSilent else { return }
        interpreter.emit(
          .update(interpreter.report(update, rate, of: title, isThinned: true)))
      }
    }
    let poll: (Int) throws(Diagnostic) -> Void = { (count) throws(Diagnostic) in
      try interpreter.spend(count, at: range)
    }
    let isRight = self.isRight
    guard isRight != nil || interpreter.option("validate", invocation) != nil else { return watch }
    let circuit = try interpreter.circuit(
      subject, parameters: trained.nodes, rows: 1, isTraining: false)
    if isRight != nil {
      let evaluation = Evaluation(circuit, data: subject.data.set, isRight: isRight)
      watch.accuracy = { () throws(Diagnostic) in
        try evaluation.measure(
          at: updating.values, others: statistics.values, poll: poll
        ).accuracy
      }
    }
    if let expression = interpreter.option("validate", invocation), let data = try validation() {
      guard data.set.x.columns == subject.data.set.x.columns,
        data.set.y?.columns == subject.data.set.y?.columns
      else {
        throw TrainingProblem.validationShape.diagnostic(at: expression.range)
      }
      try refuseClasses(of: data, beyond: trained.predictions, at: expression.range)
      let evaluation = Evaluation(circuit, data: data.set, isRight: isRight)
      watch.validation = { () throws(Diagnostic) in
        try evaluation.measure(
          at: updating.values, others: statistics.values, poll: poll)
      }
    }
    return watch
  }

  func validation() throws(Diagnostic) -> DataValue? {
    try interpreter.option("validate", invocation).map { (expression) throws(Diagnostic) in
      try TrainingStatement.data(interpreter, expression, for: lossRule, named: subject.loss.name)
    }
  }

  /// Whether a prediction gives the target, where that can be told.
  private var isRight: (([Double], [Double]) -> Bool)? {
    guard let decision = lossRule?.decision ?? (subject.data.set.classes.map { _ in .largest })
    else { return nil }
    return decision.isRight
  }
}
