import Autodiff
import Reporting
import Training

/// A `claim` statement: read, tested, and what is wrong with it.
struct ClaimStatement {
  let interpreter: Interpreter
  let left: Expression
  let right: Expression
  let range: SourceRange

  func report() throws(Diagnostic) -> ClaimReport {
    if case .call(let callee, let arguments) = left.kind, case .name("next") = callee.kind,
      arguments.count == 1, arguments[0].name == nil
    {
      return try next(arguments[0].value)
    }
    guard let slope = SlopeSyntax(left) else {
      throw ClaimProblem.noDerivative.diagnostic(at: left.range)
    }
    return try derivative(slope)
  }

  // MARK: Derivatives

  private func derivative(_ slope: SlopeSyntax) throws(Diagnostic) -> ClaimReport {
    let topName = interpreter.words(slope.top.range)
    let bottomName = interpreter.words(slope.bottom.range)
    let bracketed = Set(slope.bracketed.map { interpreter.words($0) })
    let name = SlopeName.text(topName, bottomName, bracketed: bracketed)
    let before = interpreter.graph.count
    let top = interpreter.meant(by: try self.top(slope.top), before: before, in: nil)
    let written = try interpreter.tensor(
      try interpreter.evaluate(slope.bottom), "what a derivative is taken with respect to",
      at: slope.bottom.range)
    try interpreter.spend(1 + interpreter.graph.count / 16, at: range)
    let end = top.elements.count == 1 ? interpreter.node(top.elements[0]) : nil
    let bottom = interpreter.meant(by: written, before: before, in: end)
    for element in bottom.elements {
      if case .number = element {
        throw ProgramProblem.gradientTarget(kind: "a number").diagnostic(at: slope.bottom.range)
      }
    }
    let outputs = top.elements.map(interpreter.node)
    let targets = bottom.elements.map(interpreter.node)
    let shape = ClaimStatement.shape(top.shape, bottom.shape)
    let said = try self.said(of: topName, named: name, shape: shape) {
      interpreter.slopeFunction(of: outputs, topName, at: targets, bottomName)
    }
    let nodes = said.elements.map(interpreter.node)
    try interpreter.refuseDerived(nodes, unlessAbove: outputs, in: right)
    let graph = interpreter.graph
    let isFormula =
      !said.isNumeric
      && nodes.contains { node in
        graph.sources(of: node).contains { graph.isLeaf($0) || targets.contains($0) }
      }
    try interpreter.spend(
      (isFormula ? ClaimPoints.count + 1 : 1) * (1 + graph.count / 16), at: range)
    let points = ClaimPoints(of: outputs + nodes, targets: targets, in: graph, isDrawn: isFormula)
    guard !points.values.isEmpty else {
      if let value = nodes.map(graph.value).first(where: { !$0.isFinite }) {
        throw ClaimProblem.claimNotFinite(value).diagnostic(at: right.range)
      }
      throw ClaimProblem.notFinite(name).diagnostic(at: left.range)
    }
    let subject = GradientSubject(
      of: outputs, topName, at: targets, bottomName, bracketed: bracketed,
      targetShape: bottom.shape, shape: shape, in: graph, points: points.values,
      rates: rates(said.constants(in: graph)),
      parameters: Set(interpreter.leaves().filter { $0.role == .param }.flatMap(\.nodes)),
      mentioned: nodes.flatMap(graph.sources))
    let around = ClaimPoints(of: outputs, targets: targets, in: graph, isDrawn: true).drawn
    let intervals = points.values.indices.map { point in
      subject.rows.flatMap { $0.interval(point, drawn: around) }
    }
    let test = ClaimTest(
      said, values: points.values.map { values in nodes.map { values[Int($0.index)] } },
      intervals: intervals, isFormula: isFormula,
      roundoff: { graph.roundoff(of: nodes[$0], at: points.values[$1]) },
      strain: { element, point in
        // A graph that strains its numbers itself has derivatives that do.
        let values = points.values[point]
        let own = outputs.map { graph.strain(of: $0, at: values) }.max() ?? 1
        return graph.strain(of: nodes[element], at: values) / max(own, 1)
      })
    let step = 1 + subject.rows.reduce(0) { $0 + $1.rule.edges.count } / 16
    let find = { (claimed: Claimed) throws(Diagnostic) -> [Finding] in
      try Diagnosing.find(claimed, subject, close: test.closeness) { () throws(Diagnostic) in
        try interpreter.spend(step, at: range)
      }
    }
    var findings: [Finding] = []
    if let finding = test.quotientFinding {
      findings = [finding]
    } else if !test.holds {
      findings = try find(test.claimed)
    }
    let apart = try findings.isEmpty ? findingsApart(test, subject.elementName, find) : []
    var report = self.report(
      of: topName, at: bottomName, named: name, test, shape: shape, points: points,
      findings: findings.isEmpty ? apart : findings,
      truth: subject.truth, elementName: subject.elementName,
      notes: (points.hasCurrent ? test.corners(of: name, shape) : [])
        + (subject.isLarge
          ? ["the graph is large: mistakes were looked for layer by layer, not at every node"]
          : []),
      noPath: subject.rows.allSatisfy { $0.rule.edges.isEmpty && $0.rule.output != targets[0] }
        ? "\(topName) does not depend on \(bottomName)" : nil)
    report.isApart = !apart.isEmpty
    return report
  }

  /// The most elements that are looked at one by one.
  private static let mostApart = 12

  /// What is wrong with each element by itself, where no one mistake explains all; none unless that
  /// is known of every element.
  private func findingsApart(
    _ test: ClaimTest, _ name: (Int) -> String,
    _ find: (Claimed) throws(Diagnostic) -> [Finding]
  ) throws(Diagnostic) -> [Finding] {
    let claimed = test.claimed
    let wrong = claimed.wrong.sorted()
    guard 2...ClaimStatement.mostApart ~= wrong.count else { return [] }
    var findings: [Finding] = []
    for element in wrong {
      var alone = claimed
      alone.isRight = { $0 != element || claimed.isRight($0, $1) }
      guard let found = try find(alone).first else { return [] }
      findings.append(
        Finding(id: found.id, text: "\(name(element)): \(found.text)", lesson: found.lesson))
    }
    return findings
  }

  /// What is differentiated: by the name `loss`, the loss of the last training.
  private func top(_ expression: Expression) throws(Diagnostic) -> Tensor {
    if let loss = try interpreter.trainingLoss(expression, row: nil) {
      return Tensor(shape: .scalar, elements: [.node(loss)])
    }
    return try interpreter.tensor(
      try interpreter.evaluate(expression), "what is differentiated", at: expression.range)
  }

  /// A row for each element that is differentiated, unless there is one.
  private static func shape(_ top: Shape, _ bottom: Shape) -> Shape {
    if top.count == 1 { return bottom }
    if bottom.count == 1 { return top }
    return .matrix(top.count, bottom.count)
  }

  /// Learning rates that weights may have been updated with: those the claim speaks of, those of
  /// the program, and the usual ones.
  private func rates(_ constants: [Double]) -> [Double] {
    var rates = constants
    for (name, binding) in interpreter.names.globals
    where ["lr", "eta", "η", "alpha", "rate", "learning_rate"].contains(name) {
      if case .node(let node) = binding.value { rates.append(interpreter.graph.value(of: node)) }
    }
    if let last = interpreter.lastRun?.values(of: "lr")?.last { rates.append(last) }
    var known: Set<Double> = []
    return (rates + [1, 0.5, 0.1, 0.01]).filter {
      $0 > 0 && $0 <= 10 && known.insert($0).inserted
    }
  }

  // MARK: What is said

  /// The right side: its elements, and the digits typed where they are plain numbers.
  func said(
    of top: String, named name: String, shape: Shape, slope: () -> Value
  ) throws(Diagnostic) -> ClaimSaid {
    let expression = try interpreter.ownDerivation(right, of: top)
    interpreter.names.enter([Interpreter.slopeName: slope()])
    defer { interpreter.names.leave() }
    let tensor = try interpreter.tensor(
      try interpreter.evaluate(expression), "what is claimed", at: right.range)
    guard ClaimStatement.fits(tensor.shape, shape) else {
      throw ClaimProblem.shape(name: name, expected: shape, given: tensor.shape)
        .diagnostic(at: right.range)
    }
    return ClaimSaid(
      elements: tensor.elements,
      predictions: ClaimSaid.literals(right)?.map { literal in
        Prediction(interpreter.words(literal.range)) ?? Prediction(computed: .nan)
      })
  }

  /// Whether a claim has the shape of what it is about; a row may stand for a column.
  private static func fits(_ given: Shape, _ expected: Shape) -> Bool {
    if given == expected || given.count == 1 && expected.count == 1 { return true }
    func length(_ shape: Shape) -> Int? {
      switch shape {
      case .vector(let count), .matrix(1, let count), .matrix(let count, 1): count
      default: nil
      }
    }
    guard let first = length(given), let second = length(expected) else { return false }
    if case .matrix = given, case .matrix = expected { return false }
    return first == second
  }
}
