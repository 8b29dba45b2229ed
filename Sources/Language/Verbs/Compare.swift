import Autodiff
import Reporting
import Training

extension Verbs {
  /// Puts two graphs or two runs side by side.
  static let compare = Verb(
    "compare", "two losses node by node, two runs step by step, or a run before and after its last",
    usage: "compare L, M"
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try interpreter.comparison(invocation)
    }
    interpreter.emit(.compared(report))
  }
}

extension Interpreter {
  fileprivate func comparison(_ invocation: Invocation) throws(Diagnostic) -> ComparisonReport {
    let operands = try operands(invocation, 1...2)
    let words = operands.map { self.words($0.range) }
    let first = try evaluate(operands[0])
    guard operands.count == 2 else {
      guard case .run(let run) = first else {
        throw ProgramProblem.wrongArgumentCount(
          function: "compare", signature: Verbs.compare.usage, expected: 2...2, given: 1
        ).diagnostic(at: operands[0].range)
      }
      return try lastStep(of: run, named: words[0], at: operands[0].range)
    }
    let second = try evaluate(operands[1])
    switch (first, second) {
    case (.run(let left), .run(let right)): return compare(left, right, words)
    case (.run, _), (_, .run):
      throw ProgramProblem.comparedKinds.diagnostic(at: operands[1].range)
    default:
      let left = try scalarNode(first, "what 'compare' is given", at: operands[0].range)
      let right = try scalarNode(second, "what 'compare' is given", at: operands[1].range)
      return try compare(left, right, words, at: invocation.range)
    }
  }

  // MARK: Losses

  /// Two values node by node: what each node is worth, and its gradient in both.
  private func compare(_ left: NodeID, _ right: NodeID, _ words: [String], at range: SourceRange)
    throws(Diagnostic) -> ComparisonReport
  {
    let tapes = (try tape(of: left, at: range), try tape(of: right, at: range))
    let aligned = graph.aligned(left, right)
    var rows = aligned.map { a, b -> ComparisonReport.Row in
      let names = [a, b].compactMap { $0 }.map { graph.title(of: $0) }
      let isEnd = a == left && b == right
      let name =
        isEnd
        ? words.joined(separator: " | ")
        : Set(names).count == 1 ? names[0] : names.joined(separator: " | ")
      return ComparisonReport.Row(
        name: name,
        pairs: [
          ComparisonReport.Pair(left: a.map(graph.value), right: b.map(graph.value)),
          ComparisonReport.Pair(
            left: a.map(tapes.0.gradient(at:)), right: b.map(tapes.1.gradient(at:))),
        ])
    }
    let factors = FactorComparison(tapes, aligned, in: graph).found
    // Without another rule, rows are marked where the values part.
    for row in rows.indices where factors.isEmpty {
      rows[row].isMarked = rows[row].pairs[0].differs
    }
    for (row, _) in factors { rows[row].isMarked = true }
    var report = ComparisonReport(
      of: words, summary: "", quantities: ["value", "gradient"], heads: words, rows: rows)
    report.factors = factors.map(\.factor)
    let both = words.joined(separator: " and ")
    var parts: [String] = []
    if let row = report.first(0) {
      parts.append("\(both) part at \(row.name), \(ComparisonReport.words(row.pairs[0]))")
    }
    if let row = report.most(1) {
      parts.append(
        (parts.isEmpty ? "\(both) are worth the same; " : "")
          + "their gradients differ most at \(row.name), \(ComparisonReport.words(row.pairs[1]))")
    }
    report.summary =
      parts.isEmpty
      ? "\(both) have the same values and gradients at every node" : parts.joined(separator: "; ")
    return report
  }

  // MARK: Runs

  /// Two runs, report by report.
  private func compare(_ left: RunRecord, _ right: RunRecord, _ words: [String]) -> ComparisonReport
  {
    let names = ["loss", "gradient_norm", "lr", "accuracy", "validation_loss"].filter {
      left.values(of: $0) != nil && right.values(of: $0) != nil
    }.prefix(3)
    let places = Set(left.places + right.places).sorted()
    var rows = places.map { place -> ComparisonReport.Row in
      ComparisonReport.Row(
        name: NumberStyle().text(place),
        pairs: names.map { name in
          ComparisonReport.Pair(
            left: left.value(of: name, at: place), right: right.value(of: name, at: place))
        })
    }
    if let row = rows.firstIndex(where: { $0.pairs.first?.differs ?? false }) {
      rows[row].isMarked = true
    }
    var report = ComparisonReport(
      of: words, summary: "", quantities: Array(names), heads: words, rows: rows)
    let made = differences(left, right).map { "; \($0)" } ?? ""
    let unit = left.subject == nil ? "step" : "epoch"
    guard let loss = names.firstIndex(of: "loss"), let first = report.first(loss) else {
      report.summary =
        "\(words[0]) and \(words[1]) have the same losses wherever both have one" + made
      return report
    }
    let ends = (left.values(of: "loss")?.last ?? .nan, right.values(of: "loss")?.last ?? .nan)
    let better = ends.0 < ends.1 ? words[0] : words[1]
    let end = ComparisonReport.words(ComparisonReport.Pair(left: ends.0, right: ends.1))
    report.summary =
      (ends.0 == ends.1
        ? "\(words[0]) and \(words[1]) end with the same loss"
        : "\(better) ends lower: loss \(end)")
      + "; they part at \(unit) \(first.name), \(ComparisonReport.words(first.pairs[loss]))"
      + made
    return report
  }

  /// How the steps of two runs are made differently: another optimizer, or other settings.
  private func differences(_ left: RunRecord, _ right: RunRecord) -> String? {
    guard let first = left.lastUpdate, let second = right.lastUpdate else { return nil }
    if let one = first.optimizer, let other = second.optimizer, one !== other {
      return "\(one.name) against \(other.name)"
    }
    guard left.settings.map(\.name) == right.settings.map(\.name) else { return nil }
    let parts = left.settings.indices.compactMap { place -> String? in
      let pair = ComparisonReport.Pair(left: first.settings[place], right: second.settings[place])
      return pair.differs ? "\(left.settings[place].name) \(ComparisonReport.words(pair))" : nil
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The last step of a run: parameters before and after it, gradients before and after clipping.
  private func lastStep(of run: RunRecord, named name: String, at range: SourceRange)
    throws(Diagnostic) -> ComparisonReport
  {
    guard let update = run.lastUpdate else {
      throw TrainingProblem.noStep(name).diagnostic(at: range)
    }
    try spend(update.before.count, at: range)
    let isSmall = update.before.count <= 24
    func norm(_ numbers: [Double], _ places: Range<Int>) -> Double {
      Double.euclideanNorm(Array(numbers[places]))
    }
    var rows: [ComparisonReport.Row] = []
    for tensor in update.parameters.tensors {
      for places in isSmall ? tensor.places.map({ $0..<$0 + 1 }) : [tensor.places] {
        func number(_ numbers: [Double]) -> Double {
          isSmall ? numbers[places.lowerBound] : norm(numbers, places)
        }
        rows.append(
          ComparisonReport.Row(
            name: isSmall
              ? update.parameters.name(of: places.lowerBound) : "|\(tensor.name)|",
            pairs: [
              ComparisonReport.Pair(left: number(update.before), right: number(update.after)),
              ComparisonReport.Pair(left: number(update.gradient), right: number(update.clipped)),
            ]))
        let last = rows.count - 1
        rows[last].isMarked = rows[last].pairs[0].differs
      }
    }
    var report = ComparisonReport(
      of: [name], summary: "", quantities: ["value", "gradient"], heads: ["before", "after"],
      ownHeads: [1: ["as found", "as used"]], rows: rows)
    let most = report.most(0).map {
      "changed \($0.name) most, \(ComparisonReport.words($0.pairs[0]).replacing(" against ", with: " to "))"
    }
    report.summary =
      "step \(update.step) of \(name) \(most ?? "changed nothing")"
      + (report.first(1) == nil
        ? "; its gradients were not clipped"
        : "; clipping changed its gradients, from a norm of \(NumberStyle(digits: 4).text(update.gradientNorm))"
          + " to \(NumberStyle(digits: 4).text(Double.euclideanNorm(update.clipped)))")
    return report
  }
}

extension RunRecord {
  /// What a curve is worth at an epoch or step; nil if nothing was reported there.
  fileprivate func value(of name: String, at place: Double) -> Double? {
    guard let values = values(of: name), let index = places.firstIndex(of: place),
      values.indices.contains(index)
    else { return nil }
    return values[index]
  }
}
