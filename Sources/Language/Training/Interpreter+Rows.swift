import Autodiff
import Reporting
import Training

/// The last loss of a training, and its rows: `backward loss`, `show mlp.z1, row=3`.
extension Interpreter {
  /// The row that `row=` names, from 0; nil without it.
  func row(_ invocation: Invocation) throws(Diagnostic) -> Int? {
    guard let expression = option("row", invocation) else { return nil }
    let row = try wholeNumber(expression, "'row'")
    guard let subject = (lastRun ?? namedRun)?.subject else {
      throw TrainingProblem.nothingTrainedYet.diagnostic(at: expression.range)
    }
    guard 1...subject.data.set.count ~= row else {
      throw TrainingProblem.noSuchRow(row, count: subject.data.set.count)
        .diagnostic(at: expression.range)
    }
    return row - 1
  }

  /// The loss a verb is asked about by the name `loss`: over all rows of the last training or one
  /// of them, as it is while training, at the parameters as they are; nil if the operand is
  /// something else.
  func trainingLoss(_ operand: Expression, row: Int?) throws(Diagnostic) -> NodeID? {
    guard let run = runOfLoss(operand) else { return nil }
    guard let subject = run.subject else { return lastLoss }
    let rows = row.map { [$0] } ?? run.batch?.rows ?? Array(0..<subject.data.set.count)
    return try lossNode(of: run, subject, rows, at: operand.range)
  }

  /// The loss over rows as a node, unless that would be too large a graph.
  func lossNode(
    of run: RunRecord, _ subject: TrainingSubject, _ rows: [Int],
    rates: (l1: Double, l2: Double)? = nil, at range: SourceRange
  ) throws(Diagnostic) -> NodeID {
    try refuseLoneRow(of: rows.count, subject)
    let one = try temporarily { () throws(Diagnostic) in
      let before = graph.operandCount
      _ = try lossNodes(subject, rows: [rows[0]])
      return graph.operandCount - before
    }
    let (work, isOver) = one.multipliedReportingOverflow(by: rows.count)
    guard !isOver, work <= Interpreter.mostOperandsOfLoss else {
      throw TrainingProblem.tooManyRows(rows: rows.count, work: work).diagnostic(at: range)
    }
    let loss = try lossNodes(subject, rows: rows, of: run.batch).loss
    let rates = if let rates { rates } else { try penaltyRates(of: run) }
    let total = try penalized(loss, run, rates: rates, at: range)
    if total == loss {
      graph.name(loss, "loss", round: graph.nextRound(of: "loss", inRound: rounds.last ?? 0))
    }
    return total
  }

  /// The largest graph that the loss over all rows is written out as.
  private static let mostOperandsOfLoss = 20_000_000

  /// The run whose loss an expression names; nil if it is something else.
  func runOfLoss(_ operand: Expression) -> RunRecord? {
    switch operand.kind {
    case .name("loss") where names.value(of: "loss") == nil: return lastRun ?? namedRun
    case .member(let base, let name) where name.text == "loss":
      guard case .name(let word) = base.kind, case .run(let run)? = names.value(of: word) else {
        return nil
      }
      return run
    default: return nil
    }
  }

  /// Evaluates the network of the last training on one of its rows, so that its inner nodes are
  /// those of that row.
  func lookAt(_ row: Int?, at range: SourceRange) throws(Diagnostic) {
    guard let row, let subject = (lastRun ?? namedRun)?.subject, let network = subject.network
    else { return }
    let x = subject.data.set.x
    let inputs = x.elements[row * x.columns..<(row + 1) * x.columns].map {
      Tensor.Element.number($0)
    }
    _ = try evaluate(
      network, .tensor(Tensor(shape: .vector(inputs.count), elements: inputs)), at: range)
  }

  /// The gradient at some nodes of the loss of the last training, over all rows or of one of them.
  func trainingGradient(
    at nodes: [Tensor.Element], of run: RunRecord, _ subject: TrainingSubject, row: Int?
  ) throws(Diagnostic) -> [Double] {
    let trained = try self.trained(subject, freeze: [])
    let (interpreter, range) = (self, subject.range)
    func circuit(_ rows: Int) throws(Diagnostic) -> RowCircuit {
      try interpreter.circuit(subject, parameters: trained.nodes, rows: rows, isTraining: true)
    }
    let circuits: DataLoss.Rows =
      if subject.network?.couplesRows == true { .together(circuit) } else {
        .separate(try circuit(1))
      }
    let key = run.batch?.key ?? 0
    let loss = DataLoss(circuits, data: subject.data.set, key: key) { (count) throws(Diagnostic) in
      try interpreter.spend(count, at: range)
    }
    let rows = row.map { [$0] } ?? run.batch?.rows ?? Array(0..<subject.data.set.count)
    var gradient = Array(repeating: 0.0, count: trained.nodes.count)
    _ = try loss.loss(
      of: rows[...], at: trained.nodes.map(graph.value), step: run.batch?.done ?? 0,
      first: try penaltyGradient(run, at: trained.nodes), gradient: &gradient)
    let places = Dictionary(
      zip(trained.nodes, gradient), uniquingKeysWith: { first, _ in first })
    return nodes.map { element in
      if case .node(let node) = element { places[node] ?? 0 } else { 0 }
    }
  }
}
