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
    try interpreter.refuseDerived(nodes, unlessAbove: [loss], at: right.range)
    return try test(said, nodes, places, name, next: next, loss: loss, run, claimed.shape)
  }

  private func test(
    _ said: ClaimSaid, _ nodes: [NodeID], _ places: [Int], _ name: String, next: NextUpdate,
    loss: NodeID, _ run: RunRecord, _ shape: Shape
  ) throws(Diagnostic) -> ClaimReport {
    let graph = interpreter.graph
    let isFormula = nodes.contains { !graph.leaves(below: $0).isEmpty }
    try interpreter.spend((ClaimPoints.count + 1) * (1 + graph.count / 16), at: range)
    let points = ClaimPoints(of: [loss] + nodes, targets: [], in: graph, isDrawn: isFormula)
    let rule = ChainRule(from: loss, to: run.nodes, in: graph)
    let subject = UpdateSubject(
      next, places: places, name: name,
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
      roundoff: { graph.roundoff(of: nodes[$0], at: points.values[$1]) })
    let findings =
      try test.holds
      ? []
      : Diagnosing.find(test.claimed, subject, close: test.isClose) {
        () throws(Diagnostic) in
        try interpreter.spend(1 + run.nodes.count, at: range)
      }
    return report(
      of: "next", at: name, test, shape: shape, points: points,
      findings: findings,
      truth: { truth[$0] })
  }

  /// What the next step goes down: the value that was minimized, or the loss over the rows that
  /// come next, each with its penalties.
  private func loss(of run: RunRecord) throws(Diagnostic) -> NodeID {
    if let output = run.output { return try interpreter.penalized(output, run, at: left.range) }
    guard let subject = run.subject, let rows = run.nextRows else {
      throw ClaimProblem.rowsUnknown.diagnostic(at: left.range)
    }
    return try interpreter.lossNode(of: run, subject, rows, at: left.range)
  }
}
