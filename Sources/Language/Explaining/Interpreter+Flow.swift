import Autodiff
import Reporting
import Training

/// How a gradient grows or shrinks from layer to layer.
extension Interpreter {
  /// The most operands that the rows of a map are written out as, all together.
  private static let mostOperandsOfFlow = 2_000_000

  /// The flow of the gradient through a network: of the loss it was trained with last, else of the
  /// last loss; nil if nothing was differentiated yet.
  func flow(through network: Network, row: Int?, at range: SourceRange) throws(Diagnostic)
    -> FlowReport?
  {
    if let run = lastRun ?? namedRun, let subject = run.subject, subject.network === network {
      return try flow(of: run, subject, row: row)
    }
    guard let loss = lastLoss else { return nil }
    return try flow(of: loss, named: graph.title(of: loss), at: range)
  }

  /// The flow of the gradient of a value of the program.
  func flow(of output: NodeID, named name: String, at range: SourceRange) throws(Diagnostic)
    -> FlowReport
  {
    let tape = try tape(of: output, at: range)
    var flow = GradientFlow()
    flow.add(tape, in: graph, mergesRounds: false)
    var report = FlowReport(of: name, layers: flow.layers.map { ($0.name, $0.norm) }, tensors: [])
    // The last step of what was minimized went through a clip as well.
    if let run = lastRun, output == run.output || output == lastLoss {
      add(lastUpdateOf: run, to: &report)
    }
    return report
  }

  /// The flow of the loss of a training, over its rows as far as that is no too large work, or over
  /// one of them; and what the last step made of the gradients.
  func flow(of run: RunRecord, _ subject: TrainingSubject, row: Int?) throws(Diagnostic)
    -> FlowReport
  {
    let set = subject.data.set
    var flow = GradientFlow()
    var rows = row.map { [$0] } ?? Array(0..<set.count)
    if subject.network?.couplesRows == true {
      let loss = try lossNode(of: run, subject, rows, at: subject.range)
      flow.add(try tape(of: loss, at: subject.range), in: graph, mergesRounds: true)
    } else {
      let before = graph.operandCount
      let nodes = try writtenRow(subject)
      let most = Interpreter.mostOperandsOfFlow / max(graph.operandCount - before, 1)
      rows = Array(rows.prefix(max(most, 1)))
      for place in rows {
        fill(nodes, with: place, of: subject)
        flow.add(
          try tape(of: nodes.loss, at: subject.range), in: graph,
          scaledBy: 1 / Double(rows.count), mergesRounds: true)
      }
    }
    var report = FlowReport(
      of: "loss",
      layers: flow.layers.filter { !$0.name.hasPrefix("loss") }.map { ($0.name, $0.norm) },
      tensors: [])
    if rows.count == 1 {
      report.rows = "row \(rows[0] + 1)"
    } else {
      report.rows =
        rows.count == set.count ? "all \(set.count) rows" : "the first \(rows.count) rows"
    }
    add(lastUpdateOf: run, to: &report)
    return report
  }

  /// Adds what the last step of a run made of the gradients, if they were clipped or not.
  private func add(lastUpdateOf run: RunRecord, to report: inout FlowReport) {
    guard let update = run.lastUpdate else { return }
    report.tensors = update.parameters.tensors.map { tensor in
      (
        tensor.name, Double.euclideanNorm(Array(update.gradient[tensor.places])),
        Double.euclideanNorm(Array(update.clipped[tensor.places]))
      )
    }
    report.clip = update.clip.map { clip, settings in
      let numbers = settings.values.first.map { NumberStyle().text($0) } ?? ""
      return "\(clip.name)(\(numbers))"
    }
  }
}
