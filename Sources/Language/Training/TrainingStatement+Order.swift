import Autodiff
import Reporting
import Training

/// How a training goes through its rows, as the options say.
extension TrainingStatement {
  func trainer() throws(Diagnostic) -> Trainer {
    let epochs = try interpreter.countOption("epochs", invocation, default: 1)
    return Trainer(
      epochs: epochs, batch: try batch(), order: try order(epochs),
      every: try interpreter.countOption("every", invocation, default: 1), stop: try stop())
  }

  /// The rows that one more epoch would begin with: all of them, unless batches of them are drawn.
  var nextRows: [Int]? {
    let draws = subject.network?.allLayers.contains { $0 is DropoutLayer } ?? false
    guard interpreter.option("batch", invocation) == nil, !draws else { return nil }
    return Array(0..<subject.data.set.count)
  }

  private func batch() throws(Diagnostic) -> SettingValue? {
    guard let expression = interpreter.option("batch", invocation) else { return nil }
    if case .name("all") = expression.kind { return nil }
    return try interpreter.settingValue(
      try interpreter.evaluate(expression), of: Setting("batch", 1, "", in: 1 ... .infinity),
      in: "train", at: expression.range)
  }

  /// Refuses a batch of one row before anything is trained, where its rows depend on one another.
  func refuseLoneRows(_ trainer: Trainer) throws(Diagnostic) {
    guard case .number? = trainer.batch, subject.network?.couplesRows == true else { return }
    let rows = trainer.order(of: 1, count: subject.data.set.count).count
    let size = try trainer.batchSize(after: 0, of: rows)
    guard size == 1 || rows % size == 1 else { return }
    throw TrainingProblem.batchOfOne(rowsLeft: size > 1)
      .diagnostic(at: interpreter.option("batch", invocation)?.range ?? invocation.range)
  }

  private func stop() throws(Diagnostic) -> EarlyStopping? {
    guard let expression = interpreter.option("stop", invocation) else { return nil }
    let (word, arguments) = try interpreter.wordAndArguments(expression, of: "stop")
    guard word == EarlyStopping.name else {
      throw ProgramProblem.unknownWord(
        word, of: "stop", known: [EarlyStopping.name],
        closest: closestName(to: word, among: [EarlyStopping.name])
      ).diagnostic(at: expression.range)
    }
    return EarlyStopping(
      try interpreter.numbers(
        of: EarlyStopping.settings, in: arguments, for: word, at: expression.range))
  }

  private func order(_ epochs: Int) throws(Diagnostic) -> Trainer.Order {
    if let expression = interpreter.option("order", invocation) {
      guard interpreter.option("shuffle", invocation) == nil else {
        throw TrainingProblem.orderAndShuffle.diagnostic(at: expression.range)
      }
      return .stated(try rows(expression, epochs))
    }
    guard let expression = interpreter.option("shuffle", invocation) else { return .asGiven }
    let value = try interpreter.evaluate(expression)
    let number = try interpreter.number(of: value, "'shuffle'", at: expression.range)
    if case .name("false") = expression.kind { return .asGiven }
    if case .name("true") = expression.kind {
      return .shuffled(seed: Int64(bitPattern: interpreter.random.draw().bits(0)))
    }
    return .shuffled(seed: try interpreter.seed(number, at: expression.range) ?? 0)
  }

  /// The rows of each epoch, from 0.
  private func rows(_ expression: Expression, _ epochs: Int) throws(Diagnostic) -> [[Int]] {
    let matrix = try interpreter.matrix(
      try interpreter.evaluate(expression), "'order'", at: expression.range)
    let count = subject.data.set.count
    guard matrix.rows >= epochs else {
      throw TrainingProblem.orderRows(given: matrix.rows, epochs: epochs)
        .diagnostic(at: expression.range)
    }
    var rows: [[Int]] = []
    for epoch in 0..<epochs {
      var row: [Int] = []
      for number in matrix.elements[epoch * matrix.columns..<(epoch + 1) * matrix.columns] {
        guard let place = Int(exactly: number), 1...count ~= place else {
          throw ProgramProblem.indexOutOfRange(index: number, count: count, what: "the data set")
            .diagnostic(at: expression.range)
        }
        row.append(place - 1)
      }
      rows.append(row)
    }
    return rows
  }

  /// About how many steps there are to be.
  func steps(of trainer: Trainer) throws(Diagnostic) -> Int {
    let rows = subject.data.set.count
    let size = try trainer.batchSize(after: 0, of: rows)
    let (steps, isOver) = trainer.epochs.multipliedReportingOverflow(
      by: (rows + size - 1) / max(size, 1))
    return isOver ? .max : steps
  }
}
