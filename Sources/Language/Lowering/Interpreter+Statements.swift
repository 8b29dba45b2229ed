import Autodiff
import Reporting

/// Statements change what the program has built.
extension Interpreter {
  func execute(_ statement: Statement) throws(Diagnostic) {
    try spend(at: statement.range)
    if names.isGlobal { place = statement.range }
    switch statement.kind {
    case .leaf(let leaf): try declare(leaf, at: statement.range)
    case .definition(let name, let expression): try define(name, expression)
    case .function(let function): try define(function)
    case .set(let targets, let value): try set(targets, value, at: statement.range)
    case .loop(let variables, let source, let body):
      try loop(variables, source, body, at: statement.range)
    case .unpacking(let variables, let expression): try unpack(variables, expression)
    case .network(let network): try define(network, at: statement.range)
    case .data(let name, let data): try define(name, data, at: statement.range)
    case .verb(let name, let arguments):
      guard names.isGlobal else {
        throw ProgramProblem.verbInFunction(name.text).diagnostic(at: name.range)
      }
      let invocation = Invocation(verb: name, arguments: arguments, range: statement.range)
      try Verbs.named(name.text)?.run(self, invocation)
    case .expression(let expression):
      guard names.isGlobal else {
        _ = try evaluate(expression)
        return
      }
      let verb = Name(text: "show", range: expression.range)
      let arguments = [Argument(name: nil, value: expression)]
      try Verbs.named("show")?.run(
        self, Invocation(verb: verb, arguments: arguments, range: statement.range))
    }
  }

  // MARK: Definitions

  private func define(_ name: Name, _ expression: Expression) throws(Diagnostic) {
    let value = try named(try evaluate(expression), name.text, at: expression.range)
    names.define(name.text, value)
    if names.isGlobal { noteDefinition(of: name.text) }
  }

  /// Gives the nodes of a value a name; numbers become constants that can have one.
  private func named(_ value: Value, _ name: String, at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    let round = graph.nextRound(of: name, inRound: rounds.last ?? 0)
    switch value {
    case .function, .text, .network, .openNetwork, .data, .run: return value
    case .parts: throw ProgramProblem.unpackedNowhere.diagnostic(at: range)
    case .number(let number):
      try foresee(nodes: 1, at: range)
      let node = graph.addNamedConstant(number, at: range)
      graph.name(node, name, round: round)
      return .node(node)
    case .node(let node):
      try foresee(nodes: 1, at: range)
      let own = ownNode(node, at: range)
      graph.name(own, name, round: round)
      return .node(own)
    case .range, .tensor:
      var tensor = try tensor(value, "the value of '\(name)'", at: range)
      try foresee(nodes: tensor.elements.count, at: range)
      try spend(tensor.elements.count, at: range)
      for index in tensor.elements.indices {
        if case .number(let number) = tensor.elements[index] {
          tensor.elements[index] = .node(graph.addNamedConstant(number, at: range))
        } else {
          tensor.elements[index] = .node(ownNode(node(tensor.elements[index]), at: range))
        }
        graph.name(
          node(tensor.elements[index]), name, shape: tensor.shape, element: index, round: round)
      }
      return .tensor(tensor)
    }
  }

  /// A node that may get a name: all that write a number share its node, so a name for it gets a
  /// constant of its own.
  private func ownNode(_ node: NodeID, at range: SourceRange) -> NodeID {
    graph.isConstant(node) && !graph.isNamed(node)
      ? graph.addNamedConstant(graph.value(of: node), at: range) : node
  }

  private func define(_ function: FunctionSyntax) throws(Diagnostic) {
    guard names.isGlobal else {
      throw ProgramProblem.statementInFunction("\(function.name.text)(…) =")
        .diagnostic(at: function.range)
    }
    try Checker(names: names).check(function)
    names.note(function)
    names.define(function.name.text, .function(FunctionValue(source: .written(function))))
    noteDefinition(of: function.name.text)
  }

  /// Remembers that the current statement gave a name its meaning, for the echo of the REPL.
  func noteDefinition(of name: String) {
    if defined.last != name, !defined.contains(name) { defined.append(name) }
  }

  /// Gives several values their names: `a, b = split(d, 0.8)`.
  private func unpack(_ variables: [Name], _ expression: Expression) throws(Diagnostic) {
    let value = try evaluate(expression)
    guard case .parts(let parts) = value, parts.count == variables.count else {
      let count = if case .parts(let parts) = value { parts.count } else { 1 }
      throw ProgramProblem.valueCount(names: variables.count, values: count)
        .diagnostic(at: expression.range)
    }
    for (name, part) in zip(variables, parts) {
      names.define(name.text, try named(part, name.text, at: expression.range))
      if names.isGlobal { noteDefinition(of: name.text) }
    }
  }

  // MARK: Leaves

  private func declare(_ leaf: Statement.Leaf, at range: SourceRange) throws(Diagnostic) {
    guard names.isGlobal else {
      throw ProgramProblem.statementInFunction(leaf.role.rawValue).diagnostic(at: range)
    }
    guard rounds.isEmpty else {
      throw ProgramProblem.leafInLoop(leaf.name.text).diagnostic(at: range)
    }
    let declared = try shape(of: leaf)
    guard let expression = leaf.value else {
      throw ProgramProblem.leafWithoutValue(leaf.name.text).diagnostic(at: leaf.name.range)
    }
    let numbers = try startingNumbers(expression, declared, of: leaf)
    if let known = leafNodes(named: leaf.name.text), known.shape == numbers.shape {
      try change(zip(known.elements.map(node), numbers.elements), at: range)
      names.bind(
        leaf.name.text, Names.Binding(value: simplified(known), role: leaf.role))
    } else {
      try foresee(nodes: numbers.elements.count, at: range)
      var elements: [Tensor.Element] = []
      let round = graph.nextRound(of: leaf.name.text, inRound: 0)
      for (index, number) in numbers.elements.enumerated() {
        let node = graph.addLeaf(number, at: range)
        graph.name(
          node, leaf.name.text, shape: numbers.shape, element: index, round: round)
        elements.append(.node(node))
      }
      let value = simplified(Tensor(shape: numbers.shape, elements: elements))
      names.bind(leaf.name.text, Names.Binding(value: value, role: leaf.role))
    }
    noteDefinition(of: leaf.name.text)
  }

  private func shape(of leaf: Statement.Leaf) throws(Diagnostic) -> Shape? {
    guard let first = leaf.shape.first, let last = leaf.shape.last else { return nil }
    var sizes: [Double] = []
    for size in leaf.shape {
      sizes.append(try number(of: try evaluate(size), "a size", at: size.range))
    }
    return try shape(sizes, at: first.range.union(last.range))
  }

  /// The numbers a leaf starts with; one number, or a random function, fills a declared shape.
  private func startingNumbers(
    _ expression: Expression, _ declared: Shape?, of leaf: Statement.Leaf
  )
    throws(Diagnostic) -> Numbers
  {
    try temporarily { () throws(Diagnostic) in
      fillShape = declared
      defer { fillShape = nil }
      var value = try evaluate(expression)
      if case .function(let function) = value, case .builtin(let builtin) = function.source,
        builtin.operandCount.contains(0)
      {
        value = try call(builtin, function.chosen, [], at: expression.range)
      }
      let numbers = try self.numbers(
        value, "the value of '\(leaf.name.text)'", at: expression.range)
      guard let declared, declared != numbers.shape else { return numbers }
      guard numbers.elements.count == 1 else {
        throw ProgramProblem.leafShape(
          name: leaf.name.text, declared: declared, given: numbers.shape
        ).diagnostic(at: expression.range)
      }
      return Numbers(
        shape: declared, elements: Array(repeating: numbers.elements[0], count: declared.count))
    }
  }

  /// The nodes of a leaf; nil if the name stands for something else.
  func leafNodes(named name: String) -> Tensor? {
    guard let binding = names.binding(of: name), binding.role != nil else { return nil }
    return try? tensor(binding.value, "", at: .none)
  }

  /// Gives leaves other values; everything that depends on them follows.
  private func change(_ leaves: some Sequence<(NodeID, Double)>, at range: SourceRange)
    throws(Diagnostic)
  {
    var first: NodeID?
    for (leaf, number) in leaves {
      changedLeaves.keep(leaf, graph.value(of: leaf))
      graph.set(leaf, to: number)
      first = min(first ?? leaf, leaf)
    }
    guard let first else { return }
    try spend(1 + (graph.count - Int(first.index)) / 16, at: range)
    graph.reevaluate(from: first)
  }

  private func set(_ targets: [Expression], _ value: Expression, at range: SourceRange)
    throws(Diagnostic)
  {
    guard names.isGlobal else {
      throw ProgramProblem.statementInFunction("set").diagnostic(at: range)
    }
    var leaves: [NodeID] = []
    var shapes: [Shape] = []
    for target in targets {
      let (nodes, shape) = try leaf(target)
      leaves += nodes
      shapes.append(shape)
    }
    let numbers = try temporarily { () throws(Diagnostic) -> Numbers in
      guard targets.count > 1, case .list(let parts) = value.kind else {
        return try self.numbers(try evaluate(value), "what is set", at: value.range)
      }
      return try self.numbers(try flattened(parts, at: value.range), "what is set", at: value.range)
    }
    if targets.count == 1, numbers.elements.count == 1 {
      try change(leaves.map { ($0, numbers.elements[0]) }, at: range)
    } else if targets.count == 1, numbers.shape != shapes[0] {
      throw ProgramProblem.setShape(
        name: words(targets[0].range), shape: shapes[0], given: numbers.shape
      ).diagnostic(at: value.range)
    } else {
      guard numbers.elements.count == leaves.count else {
        throw ProgramProblem.setCount(targets: leaves.count, values: numbers.elements.count)
          .diagnostic(at: value.range)
      }
      try change(zip(leaves, numbers.elements), at: range)
    }
    if countsAllRuns { note(set: leaves, at: range) }
    for target in targets {
      if case .name(let name) = target.kind { noteDefinition(of: name) }
    }
  }

  private func leaf(_ target: Expression) throws(Diagnostic) -> ([NodeID], Shape) {
    let tensor = try tensor(try evaluate(target), "what is set", at: target.range)
    var nodes: [NodeID] = []
    for element in tensor.elements {
      guard case .node(let node) = element, graph.isLeaf(node) else {
        throw ProgramProblem.notALeaf(words(target.range)).diagnostic(at: target.range)
      }
      nodes.append(node)
    }
    return (nodes, tensor.shape)
  }

  // MARK: Loops

  private func loop(
    _ variables: [Name], _ source: Expression, _ body: [Statement], at range: SourceRange
  ) throws(Diagnostic) {
    let items = try items(try evaluate(source), at: source.range)
    var work = Foresight.Work(steps: items.count)
    work.add(
      Foresight(names: names, graph: graph, changing: variables).work(of: body),
      times: items.count)
    try foresee(steps: work.steps, nodes: work.nodes, at: range)
    try nested(at: range) { () throws(Diagnostic) in
      let outer = rounds.last
      rounds.append(0)
      defer { rounds.removeLast() }
      // Rounds inside rounds are counted on; so far on that the count overflows, it starts again.
      let before =
        outer.map { max($0 - 1, 0).multipliedReportingOverflow(by: items.count) }
        .map { $0.overflow || $0.partialValue > 1 << 40 ? 0 : $0.partialValue } ?? 0
      for index in 0..<items.count {
        rounds[rounds.count - 1] = before + index + 1
        for (name, value) in try unpack(items.item(index), into: variables, at: source.range) {
          names.define(name, value)
        }
        for statement in body { try execute(statement) }
      }
    }
  }
}
