import Autodiff
import Reporting
import Training

/// To whom a training tells its epochs.
final class RunTeller {
  var record: RunRecord
  /// Whether the steps were told before.
  var isSilent = false

  init(_ record: RunRecord) { self.record = record }

  /// Whether an epoch is to be told.
  func isNew(_ epoch: Trainer.Epoch) -> Bool {
    !isSilent && Double(epoch.epoch) > record.places.last ?? 0
  }
}

/// The steps of a `train` statement.
final class TrainingCourse: RunCourse {
  private let statement: TrainingStatement
  private let course: Trainer.Course
  private let loss: DataLoss
  let updating: Updating
  private let runningStatistics: RunningStatistics
  private let teller: RunTeller
  private let key: UInt64
  let epochs: Int?

  init(
    _ statement: TrainingStatement, _ course: Trainer.Course, _ loss: DataLoss,
    _ updating: Updating, _ statistics: RunningStatistics, _ teller: RunTeller, key: UInt64
  ) {
    self.statement = statement
    self.course = course
    self.loss = loss
    self.updating = updating
    runningStatistics = statistics
    self.teller = teller
    self.key = key
    epochs = course.epochs
  }

  var statistics: RunningStatistics? { runningStatistics }
  var title: String { statement.title }
  var steps: Int? { nil }
  var lastLoss: Double { course.lastLoss }
  var rate: Double { course.rate }
  var epoch: Int { course.epoch }
  var finished: Int { course.finished }

  func checkpoint(withGradient: Bool) -> Checkpoint {
    course.checkpoint(withGradient: withGradient)
  }

  func restore(_ checkpoint: Checkpoint) {
    course.restore(checkpoint)
    runningStatistics.restore(checkpoint.others.statistics)
    statement.interpreter.random = checkpoint.others.random
  }

  func advance(to done: Int) throws(Diagnostic) {
    beSilent()
    try course.advance(to: done)
  }

  func makeStep() throws(Diagnostic) {
    beSilent()
    try course.makeStep()
  }

  private func beSilent() {
    teller.isSilent = true
    course.keep(in: nil)
  }

  func nextBatch() throws(Diagnostic) -> RunBatch? {
    RunBatch(rows: try course.nextRows(), key: key, done: updating.done)
  }

  func agrees(with batch: RunBatch?, of record: RunRecord) throws(Diagnostic) -> Bool {
    // A method that looks at the loss as a whole has looked at it elsewhere since.
    if case .objective = updating.method { return true }
    guard let batch, let last = batch.rows.last, let told = loss.losses.last else { return true }
    let (interpreter, subject) = (statement.interpreter, statement.subject)
    let found = try interpreter.temporarily { () throws(Diagnostic) in
      let rows = try interpreter.lossNodes(subject, rows: [last], of: batch)
      return interpreter.graph.value(of: rows.loss)
    }
    return found == told
  }

  func finish(_ record: RunRecord, _ checkpoints: Checkpoints) throws(Diagnostic) {
    teller.record = record
    teller.isSilent = false
    course.keep(in: checkpoints)
    let ending = course.finish()
    record.note(course)
    record.lastUpdate = updating.last
    record.updating = updating.copy(at: updating.state())
    record.history = RunHistory(self, checkpoints, isUnfinished: ending.isUnfinished)
    try statement.conclude(
      TrainingStatement.Outcome(
        subject: statement.subject, record: record, updating: updating,
        statistics: runningStatistics, ending: ending, section: nil
      ) { () throws(Diagnostic) in nil })
  }
}
