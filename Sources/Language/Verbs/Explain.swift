import Autodiff
import Reporting
import Training

extension Verbs {
  /// Tells why a gradient is what it is, and after a step how it changed a parameter.
  static let explain = Verb(
    "explain", "why a gradient is what it is: what decides it, and every path with its share",
    usage: "explain w",
    options: [
      Verb.Option(name: "paths", meaning: "how many paths are shown; 5 unless named"),
      Verb.Option(name: "row", meaning: "a row of what was trained on last"),
      Verb.Option(
        name: "flow", meaning: "true: how the gradient grows or shrinks from layer to layer"),
    ], isForBeginners: true
  ) { interpreter, invocation throws(Diagnostic) in
    try interpreter.temporarily { () throws(Diagnostic) in
      let event = try interpreter.explained(invocation)
      let hasPaths = try interpreter.pathCount(invocation) > 0
      interpreter.emit(hasPaths ? event : event.withoutPaths)
    }
  }
}

extension Event {
  /// An explanation without its paths, which the program did not want to see.
  fileprivate var withoutPaths: Event {
    switch self {
    case .explained(var explanation):
      explanation.paths = []
      explanation.rest = explanation.gradient
      return .explained(explanation)
    case .explainedUpdate(var explanation):
      explanation.paths = nil
      return .explainedUpdate(explanation)
    default: return self
    }
  }
}

extension Interpreter {
  /// What an `explain` statement asks for: `explain L, w` names both ends; `explain w` means the
  /// last step that changed w, else the last loss.
  fileprivate func explained(_ invocation: Invocation) throws(Diagnostic) -> Event {
    let operands = try operands(invocation, 1...2)
    // What decides is told of the largest, even where no path is to be seen.
    let most = max(try pathCount(invocation), 1)
    let target = operands[operands.count - 1]
    if operands.count == 1, let report = try flow(invocation, target) { return .flow(report) }
    if let row = try row(invocation), let run = lastRun ?? namedRun, let subject = run.subject {
      return try explainedRow(row, of: run, subject, operands, most)
    }
    if operands.count == 2 {
      if let run = runOfLoss(operands[0]), let subject = run.subject {
        return try explainedLoss(of: run, subject, at: target, most)
      }
      let output = try end(operands[0], of: "what is differentiated")
      let node = try end(target)
      return .explained(
        try explanation(
          of: output, named: words(operands[0].range), at: node, most: most,
          range: invocation.range))
    }
    let lastRun = lastRun ?? (lastLoss == nil ? namedRun : nil)
    if let subject = lastRun?.subject { try refuseInnerNode(target, of: subject) }
    if names.value(of: words(target.range)) == nil, let run = runOfLoss(target) {
      throw ExplainProblem.loss(words(target.range), example: exampleParameter(of: run))
        .diagnostic(at: target.range)
    }
    let node = try end(target)
    if let run = lastRun {
      if let update = run.lastUpdate, let place = run.nodes.firstIndex(of: node) {
        return .explainedUpdate(
          try explainedUpdate(
            update, of: run, at: place,
            most: option("paths", invocation) == nil ? Interpreter.pathsOfUpdate : most,
            range: target.range))
      }
      if let subject = run.subject {
        return try explainedLoss(of: run, subject, at: target, most)
      }
    }
    guard let loss = lastLoss ?? newestUser(of: node) else {
      throw ProgramProblem.nothingToExplain(words(target.range)).diagnostic(at: target.range)
    }
    return .explained(
      try explanation(
        of: loss, named: graph.title(of: loss), at: node, most: most, range: invocation.range))
  }

  /// How the gradient of a loss flows through layers, if that is what is asked for: by the name of
  /// a network, or by flow=true.
  private func flow(_ invocation: Invocation, _ operand: Expression) throws(Diagnostic)
    -> FlowReport?
  {
    let row = try row(invocation)
    if case .name(let name) = operand.kind, case .network(let network)? = names.value(of: name) {
      try refuse("paths", invocation)
      guard try flag("flow", invocation, default: true) else {
        throw ExplainProblem.networkWithoutFlow(name, example: exampleParameter)
          .diagnostic(at: option("flow", invocation)?.range ?? invocation.range)
      }
      guard let report = try flow(through: network, row: row, at: operand.range) else {
        throw ProgramProblem.nothingToExplain(name).diagnostic(at: operand.range)
      }
      return report
    }
    guard try flag("flow", invocation, default: false) else { return nil }
    try refuse("paths", invocation)
    if let run = runOfLoss(operand), let subject = run.subject {
      return try flow(of: run, subject, row: row)
    }
    return try flow(
      of: try end(operand), named: words(operand.range), at: operand.range)
  }

  /// Refuses an option that a flow has no use for.
  private func refuse(_ name: String, _ invocation: Invocation) throws(Diagnostic) {
    guard let expression = option(name, invocation) else { return }
    throw ExplainProblem.flowOption(name).diagnostic(at: expression.range)
  }

  /// How many paths are shown below the lines of a step.
  private static let pathsOfUpdate = 3

  /// A node that a gradient is taken of or at; an expression that is a node of the program means
  /// that node.
  private func end(
    _ operand: Expression, of what: String = "what 'explain' is given", row: Int? = nil
  ) throws(Diagnostic) -> NodeID {
    let before = graph.count
    let tensor = try tensor(try evaluate(operand), what, at: operand.range)
    guard tensor.elements.count == 1, let element = tensor.elements.first else {
      throw ExplainProblem.several(words(operand.range), shape: tensor.shape, row: row)
        .diagnostic(at: operand.range)
    }
    guard case .node(let node) = element else {
      throw ExplainProblem.number(words(operand.range), example: exampleParameter)
        .diagnostic(at: operand.range)
    }
    let meant = meant(by: [node], before: before, in: nil)[0]
    return meant.count == 1 ? meant[0] : node
  }

  /// A parameter of a run that could be asked about.
  private func exampleParameter(of run: RunRecord) -> String? {
    run.nodes.first.flatMap(graph.name)
  }

  /// The gradient of the loss over all rows of a training.
  private func explainedLoss(
    of run: RunRecord, _ subject: TrainingSubject, at target: Expression, _ most: Int
  ) throws(Diagnostic) -> Event {
    try refuseInnerNode(target, of: subject)
    let node = try end(target)
    return .explained(try explanation(ofLossOf: run, subject, at: node, most: most))
  }

  private func refuseInnerNode(_ target: Expression, of subject: TrainingSubject)
    throws(Diagnostic)
  {
    guard let network = subject.network, isInnerNode(target, of: network) else { return }
    // Of a vector an element has to be picked as well, and it has to be there.
    let kept = bindInnerNodes(of: try writtenRow(subject), subject)
    defer { restore(kept) }
    let node = try tensor(try evaluate(target), "what 'explain' is given", at: target.range)
    let element = node.elements.count == 1 ? "" : node.shape.subscriptText(of: 0)
    throw ExplainProblem.innerNode(words(target.range), element: element).diagnostic(
      at: target.range)
  }

  /// The gradient of the loss of one row of a training, or of an inner node on that row.
  private func explainedRow(
    _ row: Int, of run: RunRecord, _ subject: TrainingSubject, _ operands: [Expression], _ most: Int
  ) throws(Diagnostic) -> Event {
    try refuseLoneRow(of: 1, subject)
    let nodes = try writtenRow(subject)
    fill(nodes, with: row, of: subject)
    let loss = try penalized(nodes.loss, run, at: subject.range)
    let kept = bindInnerNodes(of: nodes, subject)
    defer { restore(kept) }
    let target = operands[operands.count - 1]
    var output = loss
    var name = "loss"
    if operands.count == 2, runOfLoss(operands[0]) == nil {
      output = try end(operands[0], of: "what is differentiated", row: row)
      name = words(operands[0].range)
    }
    let node = try end(target, row: row)
    var explanation = try explanation(
      of: output, named: name, at: node, most: most, range: target.range)
    for place in explanation.paths.indices {
      explanation.paths[place].row = row + 1
      if output == nodes.loss { explanation.paths[place].firstTitle = "loss of row \(row + 1)" }
    }
    return .explained(explanation)
  }

  private typealias KeptBindings = [(name: String, binding: Names.Binding?)]

  /// Makes the inner nodes of a network those of one row while operands are read; gives what they
  /// stood for before.
  private func bindInnerNodes(of row: RowNodes, _ subject: TrainingSubject)
    -> KeptBindings
  {
    var kept: KeptBindings = []
    for (inner, nodes) in row.pass?.inner ?? [] {
      let name = "\(subject.function.name).\(inner)"
      kept.append((name, names.binding(of: name)))
      let tensor = Tensor(shape: .vector(nodes.count), elements: nodes.map { .node($0) })
      names.bind(name, Names.Binding(value: .tensor(tensor)))
    }
    return kept
  }

  private func restore(_ kept: KeptBindings) {
    for (name, binding) in kept {
      if let binding { names.bind(name, binding) } else { names.unbind(name) }
    }
  }

  /// Whether an expression names a node inside a network, of which each row has its own.
  private func isInnerNode(_ expression: Expression, of network: Network) -> Bool {
    switch expression.kind {
    case .element(let base, _): isInnerNode(base, of: network)
    case .member(let base, let name):
      if case .name(network.name) = base.kind {
        innerNames(of: network).contains(name.text)
      } else {
        false
      }
    default: false
    }
  }

  /// The newest node with a name that depends on another: what a learner has just defined.
  private func newestUser(of node: NodeID) -> NodeID? {
    guard graph.isVariable(node) else { return nil }
    var reached: Set<NodeID> = [node]
    var newest: NodeID?
    for index in (Int(node.index) + 1)..<max(graph.count, Int(node.index) + 1) {
      let other = NodeID(index)
      guard graph.isVariable(other), graph.operands(of: other).contains(where: reached.contains)
      else { continue }
      reached.insert(other)
      if graph.isNamed(other) { newest = other }
    }
    return newest
  }
}
