import Autodiff
import Reporting
import Training

/// `claim next(w) = e`: the step after those of the last `minimize` or `train`.
extension ClaimStatement {
  func next(_ operand: Expression) throws(Diagnostic) -> ClaimReport {
    guard let run = interpreter.lastRun ?? interpreter.namedRun, let updating = run.updating else {
      throw ClaimProblem.nothingUpdated.diagnostic(at: left.range)
    }
    guard let next = try updating.next() else {
      throw ClaimProblem.notPerParameter.diagnostic(at: left.range)
    }
    let name = interpreter.words(operand.range)
    let claimed = try interpreter.tensor(
      try interpreter.evaluate(operand), "what 'next' is given", at: operand.range)
    var places: [Int] = []
    for element in claimed.elements {
      guard case .node(let node) = element, let place = run.nodes.firstIndex(of: node) else {
        throw ClaimProblem.notUpdated(name).diagnostic(at: operand.range)
      }
      places.append(place)
    }
    let loss = try loss(of: run)
    let top = run.outputWords ?? "loss"
    let said = try said(of: top, named: "next(\(name))", shape: claimed.shape) {
      interpreter.slopeFunction(of: [loss], top, at: [], name)
    }
    let nodes = said.elements.map(interpreter.node)
    try interpreter.refuseDerived(nodes, unlessAbove: [loss], in: right)
    let step = NextStep(
      places: places, name: name, next: next, loss: loss, run: run, shape: claimed.shape)
    let isFormula = nodes.contains { !interpreter.graph.leaves(below: $0).isEmpty }
    let report = try test(said, nodes, step, isFormula: isFormula)
    // Numbers that are added to the parameter are no formula, but what is so here.
    guard !report.holds, report.findings.first?.id == Diagnosing.unknown, isFormula,
      interpreter.speaks(right, onlyOf: operand)
    else { return report }
    let start = places.map { interpreter.graph.value(of: run.nodes[$0]) }
    return try test(numeric(said, addedTo: operand, start), nodes, step, isFormula: false)
  }

  /// What is said of the next step, as numbers: to the digits typed behind `w +` or `w -`.
  private func numeric(_ said: ClaimSaid, addedTo operand: Expression, _ start: [Double])
    -> ClaimSaid
  {
    var said = said
    said.step = ClaimSaid.Step(start: start, sign: 1)
    guard case .chain(let first, let links) = right.kind, let link = links.first, links.count == 1,
      link.symbol == .plus || link.symbol == .minus,
      interpreter.words(first.range) == interpreter.words(operand.range),
      let literals = ClaimSaid.literals(link.operand)
    else { return said }
    let typed = literals.compactMap { Prediction(interpreter.words($0.range)) }
    guard typed.count == literals.count, typed.count == start.count || typed.count == 1 else {
      return said
    }
    said.predictions = typed.count == 1 ? start.map { _ in typed[0] } : typed
    said.step = ClaimSaid.Step(start: start, sign: link.symbol == .minus ? -1 : 1)
    return said
  }

  private func test(_ said: ClaimSaid, _ nodes: [NodeID], _ step: NextStep, isFormula: Bool)
    throws(Diagnostic) -> ClaimReport
  {
    let (graph, run, loss, name) = (interpreter.graph, step.run, step.loss, step.name)
    try interpreter.spend((ClaimPoints.count + 1) * (1 + graph.count / 16), at: range)
    let points = ClaimPoints(of: [loss] + nodes, targets: [], in: graph, isDrawn: isFormula)
    let rule = ChainRule(from: loss, to: run.nodes, in: graph)
    let subject = UpdateSubject(
      step.next, places: step.places, name: name,
      points: points.values.map { values in
        (run.nodes.map { values[Int($0.index)] }, rule.gradient(rule.locals(at: values, in: graph)))
      })
    let truth = points.values.indices.map(subject.truth)
    guard !truth.isEmpty, truth.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw ClaimProblem.notFinite("next(\(name))").diagnostic(at: left.range)
    }
    let test = ClaimTest(
      said, values: points.values.map { values in nodes.map { values[Int($0.index)] } },
      intervals: truth.map { $0.map { $0...$0 } }, isFormula: isFormula,
      roundoff: { graph.roundoff(of: nodes[$0], at: points.values[$1]) },
      strain: { graph.strain(of: nodes[$0], at: points.values[$1]) })
    var findings: [Finding] = []
    if let finding = test.quotientFinding {
      findings = [finding]
    } else if !test.holds {
      findings = try Diagnosing.find(test.claimed, subject, close: test.closeness) {
        () throws(Diagnostic) in
        try interpreter.spend(1 + run.nodes.count, at: range)
      }
      if findings.isEmpty { findings = try slips(test, subject, step, points) }
    }
    return report(
      of: "next", at: name, named: "next(\(name))", test, shape: step.shape, points: points,
      findings: findings,
      truth: { truth[$0] }, elementName: { "next(\(name))\(step.shape.subscriptText(of: $0))" })
  }

  /// The most parameters, times those claimed, whose gradients are looked at for mistakes.
  private static let mostSlips = 2000

  /// The mistakes of the gradient that explain a wrong step, where the step was made from it rightly.
  private func slips(
    _ test: ClaimTest, _ subject: UpdateSubject, _ step: NextStep, _ points: ClaimPoints
  ) throws(Diagnostic) -> [Finding] {
    let run = step.run
    guard run.nodes.count * step.places.count <= ClaimStatement.mostSlips else { return [] }
    let gradient = GradientSubject(
      of: [step.loss], run.outputWords ?? "loss", at: step.places.map { run.nodes[$0] }, step.name,
      targetShape: step.shape, shape: step.shape, in: interpreter.graph, points: points.values,
      parameters: Set(run.nodes))
    let claimed = test.claimed
    var inner = claimed
    inner.matches = { element, point, slope in
      claimed.matches(element, point, subject.stepped(element, point, gradient: slope))
    }
    let work = 1 + gradient.rows[0].rule.edges.count / 16 + run.nodes.count * points.values.count
    let found = try Diagnosing.find(inner, gradient, close: { _, _ in nil }) {
      () throws(Diagnostic) in
      try interpreter.spend(work, at: range)
    }
    return found.map {
      Finding(id: $0.id, text: "in the gradient of the step: \($0.text)", lesson: $0.lesson)
    }
  }

  /// What the next step goes down: the value that was minimized, or the loss over the rows that
  /// come next, each with its penalties.
  private func loss(of run: RunRecord) throws(Diagnostic) -> NodeID {
    if let output = run.output { return try interpreter.penalized(output, run, at: left.range) }
    guard let subject = run.subject, let rows = run.batch?.rows ?? run.nextRows else {
      throw ClaimProblem.rowsUnknown.diagnostic(at: left.range)
    }
    return try interpreter.lossNode(of: run, subject, rows, at: left.range)
  }
}

/// The step that is claimed of.
private struct NextStep {
  /// The parameters that are claimed, by their places among those of the run.
  var places: [Int]
  var name: String
  var next: NextUpdate
  /// What the step goes down.
  var loss: NodeID
  var run: RunRecord
  var shape: Shape
}
