import Autodiff
import Reporting
import Training

/// Gradients explained: of what, at what, and from which values.
extension Interpreter {
  /// How many paths are shown unless the program says so.
  static let usualPaths = 5
  /// The most paths that may be asked for.
  private static let mostPaths = 1000

  /// How many paths the program wants to see.
  func pathCount(_ invocation: Invocation) throws(Diagnostic) -> Int {
    guard let expression = option("paths", invocation) else { return Interpreter.usualPaths }
    let count = try wholeNumber(expression, "'paths'")
    guard 0...Interpreter.mostPaths ~= count else {
      throw ProgramProblem.settingOutOfRange(
        "paths", value: Double(count), allowed: 0...Double(Interpreter.mostPaths)
      ).diagnostic(at: expression.range)
    }
    return count
  }

  /// The gradient of a node of the graph at another.
  func explanation(
    of output: NodeID, named name: String, at target: NodeID, most: Int, range: SourceRange
  ) throws(Diagnostic) -> GradientExplanation {
    let tape = try tape(of: output, at: range)
    try spend(1 + graph.count / 16, at: range)
    let routes = Routes(from: output, to: target, in: graph)
    let (work, isOver) = routes.steps.count.multipliedReportingOverflow(by: most)
    try foresee(steps: isOver ? .max : work, nodes: 0, at: range)
    try spend(work, at: range)
    let state = GraphState(graph)
    let found = routes.best(most, slopes: routes.slopes(in: graph, with: state.values))
    var facts = GradientSentence(
      of: name, at: graph.title(of: target), gradient: tape.gradient(at: target))
    facts.paths = found.paths.map { ExplainedPath(path: $0, state: state) }
    facts.count = found.count
    facts.magnitude = found.magnitude
    facts.held = gradientWithStatisticsHeld(of: output, at: target)
    if output == target {
      facts.standing = .same
    } else if routes.isEmpty {
      facts.standing = depends(output, on: target) ? .stopped : .independent
    }
    return facts.explanation()
  }

  /// The longest chain rule in which a normalization is looked for.
  private static let mostEdges = 50_000

  /// The gradient if means and spreads that numbers are normalized by were constants; nil if there
  /// are none.
  private func gradientWithStatisticsHeld(of output: NodeID, at target: NodeID) -> Double? {
    let rule = ChainRule(from: output, to: [target], in: graph)
    guard rule.edges.count <= Interpreter.mostEdges,
      rule.nodes.contains(where: { ["var", "std"].contains(graph.operation(of: $0)?.name) })
    else { return nil }
    let row = GradientRow(rule: rule, in: graph, points: [graph.values], elements: 0..<1)
    guard row.statistics.contains(where: { ["var", "std"].contains(row.operationName($0)) }) else {
      return nil
    }
    var locals = row.locals(0)
    for slot in row.statistics { for edge in rule.leaving[slot] { locals[edge] = 0 } }
    return rule.gradient(locals).first
  }

  /// Whether a node's value depends on another, even where no gradient flows.
  private func depends(_ node: NodeID, on other: NodeID) -> Bool {
    guard other < node else { return false }
    var reached = Set([other])
    for index in Int(other.index) + 1...Int(node.index)
    where graph.operands(of: NodeID(index)).contains(where: reached.contains) {
      reached.insert(NodeID(index))
    }
    return reached.contains(node)
  }

  /// The gradient of the mean loss over rows of a run's data at a parameter, whose value and that
  /// of all others are as the graph has them.
  ///
  /// `gradient` is what the sweep computed, if that is known; it includes the penalties.
  func explanation(
    of run: RunRecord, _ subject: TrainingSubject, rows: [Int], at target: NodeID,
    gradient: Double? = nil, rates: (l1: Double, l2: Double), key: UInt64, step: Int, most: Int
  ) throws(Diagnostic) -> GradientExplanation {
    if subject.network?.couplesRows == true {
      let loss = try lossNode(of: run, subject, rows, rates: rates, at: subject.range)
      return try explanation(
        of: loss, named: "loss", at: target, most: most, range: subject.range)
    }
    let count = graph.count
    let row = try writtenRow(subject)
    // Weights are read in place where the circuit knows them as parameters.
    let learned = subject.network.map { network in
      network.tensors.filter { $0.role == .param }.flatMap(\.nodes)
    }
    let parameters = learned ?? trained(row.loss, freeze: []).nodes
    var paths = RowPaths(row, to: target, madeAfter: count, in: graph, most: most)
    try paths.go(
      through: rows, of: row, parameters: parameters, subject, key: key, step: step, self)
    let total = try penalized(row.loss, run, rates: rates, at: subject.range)
    let penalty =
      total == row.loss
      ? nil
      : penaltyPaths(
        of: total, besides: row.loss, at: target, most)
    var facts = GradientSentence(
      of: "loss", at: graph.title(of: target),
      gradient: gradient ?? paths.sum + (penalty?.found.sum ?? 0))
    facts.standing =
      paths.isEmpty && (penalty?.found.paths.isEmpty ?? true) ? .independent : .dependent
    facts.paths = paths.explained(
      head(over: rows.count, isPenalized: total != row.loss), in: graph)
    facts.count = paths.count
    facts.magnitude = paths.magnitude
    facts.sent = paths.sent
    if let penalty { add(penalty, to: &facts, most) }
    return facts.explanation()
  }

  /// The loss of a row, whose inputs and targets are leaves: x and target.
  func writtenRow(_ subject: TrainingSubject) throws(Diagnostic) -> RowNodes {
    let set = subject.data.set
    try foresee(nodes: set.x.columns, at: subject.range)
    return try rowNodes(
      subject, inputs: [leaves(set.x.columns, "x")],
      targets: [leaves(set.y?.columns ?? 0, "target")], isTraining: true)
  }

  /// Gives the leaves of a row the numbers of one row of the data.
  func fill(_ row: RowNodes, with place: Int, of subject: TrainingSubject) {
    let set = subject.data.set
    func give(_ leaves: [NodeID], _ matrix: Matrix) {
      for (column, leaf) in leaves.enumerated() {
        graph.set(leaf, to: matrix.elements[place * matrix.columns + column])
      }
    }
    give(row.inputs[0], set.x)
    if let y = set.y { give(row.targets[0], y) }
    if let first = (row.inputs[0] + row.targets[0]).min() { graph.reevaluate(from: first) }
  }

  /// The gradient of the loss over all rows of the last training at a parameter, as it is now.
  func explanation(
    ofLossOf run: RunRecord, _ subject: TrainingSubject, at target: NodeID, most: Int
  )
    throws(Diagnostic) -> GradientExplanation
  {
    // At what is no parameter itself, the sum of the paths is all that is known.
    let trained = try self.trained(subject, freeze: []).nodes.contains(target)
    let gradient =
      trained ? try trainingGradient(at: [.node(target)], of: run, subject, row: nil).first : nil
    return try explanation(
      of: run, subject, rows: Array(0..<subject.data.set.count), at: target,
      gradient: gradient, rates: try penaltyRates(of: run), key: 0, step: 0, most: most)
  }

  /// The steps from the loss of a run down to that of one row.
  private func head(over rows: Int, isPenalized: Bool) -> [ExplainedPath.Head] {
    var head: [ExplainedPath.Head] = []
    guard rows > 1 else { return head }
    if isPenalized { head.append(.init(title: "loss", formula: Formula(1), factor: 1)) }
    guard let mean = Operators.named("mean").map({ Operators[$0] }) else { return head }
    let losses = Array(repeating: Formula("loss of a row"), count: rows)
    let share = mean.derivativeFormulas(losses, Formula("loss"), .none).first.flatMap { $0 }
    head.append(
      .init(
        title: isPenalized ? "data_loss" : "loss", formula: share ?? Formula(1 / Double(rows)),
        factor: 1 / Double(rows)))
    return head
  }

  /// The paths through the penalties alone.
  private func penaltyPaths(
    of total: NodeID, besides loss: NodeID, at target: NodeID, _ most: Int
  ) -> (found: BestPaths, state: GraphState) {
    let state = GraphState(graph)
    let routes = Routes(from: total, to: target, in: graph)
    var slopes = routes.slopes(in: graph, with: state.values)
    for (index, step) in routes.steps.enumerated() where routes.nodes[step.to] == loss {
      slopes[index] = nil
    }
    return (routes.best(most, slopes: slopes), state)
  }

  private func add(
    _ penalty: (found: BestPaths, state: GraphState), to facts: inout GradientSentence, _ most: Int
  ) {
    facts.count += penalty.found.count
    facts.magnitude += penalty.found.magnitude
    facts.penalty = penalty.found.sum
    for path in penalty.found.paths {
      let explained = ExplainedPath(path: path, state: penalty.state)
      let place = facts.paths.firstIndex { path.size > $0.path.size } ?? facts.paths.count
      facts.paths.insert(explained, at: place)
    }
    facts.paths.removeLast(max(0, facts.paths.count - most))
  }
}
