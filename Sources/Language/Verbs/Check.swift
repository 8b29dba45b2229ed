import Autodiff
import Reporting

extension Verbs {
  /// Compares every gradient with what small changes of the leaf do to the value.
  static let check = Verb(
    "check", "compare every gradient with what small changes of the leaves do",
    usage: "check L",
    options: [
      Verb.Option(name: "row", meaning: "a row of what was trained on last"),
      Verb.Option(
        name: "sweep", meaning: "true: one leaf moved by h from 0.1 to 1e-12, and what each h errs"),
      Verb.Option(name: "at", meaning: "that leaf; the one that agrees least, unless named"),
    ]
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try interpreter.checkReport(invocation)
    }
    interpreter.emit(.check(report))
  }
}

extension Interpreter {
  fileprivate func checkReport(_ invocation: Invocation) throws(Diagnostic) -> CheckReport {
    let operand = try operands(invocation, 1...1)[0]
    let isSweep = try flag("sweep", invocation, default: false)
    let output = try output(of: invocation, operand)
    let chosen = try option("at", invocation).map { (expression) throws(Diagnostic) in
      guard isSweep else {
        throw ProgramProblem.optionWithout("at", needs: "sweep=true")
          .diagnostic(at: expression.range)
      }
      return try leaf(at: expression)
    }
    let tape = try tape(of: output, at: invocation.range)
    let check = GradientCheck(of: tape, in: graph)
    let work = tape.forwardNodes.count + graph.count / 4
    var rows: [(leaf: NodeID, row: GradientCheck.Row)] = []
    for leaf in chosen.map({ [$0] }) ?? leaves().flatMap(\.nodes) {
      try spend(1 + 8 * work, at: invocation.range)
      rows.append((leaf, check.row(for: leaf)))
    }
    var report = CheckReport(name: words(operand.range), rows: rows.map(\.row))
    guard isSweep, let (leaf, row) = leastAgreeing(rows) else { return report }
    try spend(1 + 24 * work, at: invocation.range)
    let sweep = check.sweep(leaf)
    report.rows = [row]
    report.sweep = CheckReport.Sweep(
      differences: sweep, kinks: sweep.rows.map { $0.kink.map { graph.title(of: $0) } })
    return report
  }

  /// The leaf whose two gradients lie farthest apart, the first of several; a kink is no error.
  private func leastAgreeing(_ rows: [(leaf: NodeID, row: GradientCheck.Row)])
    -> (leaf: NodeID, row: GradientCheck.Row)?
  {
    var worst = rows.first { $0.row.analytic != 0 } ?? rows.first
    for row in rows where row.row.verdict == .differs {
      if worst?.row.verdict != .differs || row.row.relativeError > worst?.row.relativeError ?? 0 {
        worst = row
      }
    }
    if worst?.row.verdict == .differs { return worst }
    for row in rows
    where row.row.verdict == .agrees && row.row.relativeError > worst?.row.relativeError ?? 0 {
      worst = row
    }
    return worst
  }

  private func leaf(at expression: Expression) throws(Diagnostic) -> NodeID {
    let node = try scalarNode(try evaluate(expression), "'at'", at: expression.range)
    guard graph.isLeaf(node) else {
      throw ProgramProblem.notALeaf(words(expression.range)).diagnostic(at: expression.range)
    }
    return node
  }
}
