import Autodiff
import Reporting

/// Expressions become values.
extension Interpreter {
  func evaluate(_ expression: Expression) throws(Diagnostic) -> Value {
    switch expression.kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .name(let name): return try value(named: name, at: expression.range)
    case .negated(let operand):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        let value = try evaluate(operand)
        if case .number(let number) = value { return .number(-number) }
        return try apply(
          "neg", [Builtin.Operand(value: value, range: operand.range)], at: expression.range)
      }
    case .chain(let first, let links):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        try chain(first, links, at: expression.range)
      }
    case .power(let base, let exponent):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        let operands = [
          Builtin.Operand(value: try evaluate(base), range: base.range),
          Builtin.Operand(value: try evaluate(exponent), range: exponent.range),
        ]
        return try apply("pow", operands, at: expression.range)
      }
    case .call(let callee, let arguments):
      try refuseChoice(expression)
      return try nested(at: expression.range) { () throws(Diagnostic) in
        try call(callee, arguments, at: expression.range)
      }
    case .element(let base, let indices):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        try element(of: try evaluate(base), base, indices, at: expression.range)
      }
    case .member(let base, let name):
      return try member(name, of: base)
    case .list(let elements):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        var values: [Value] = []
        for element in elements { values.append(try evaluate(element)) }
        return try list(values, at: expression.range) { elements[$0].range }
      }
    case .comprehension(let element, let variables, let source):
      return try nested(at: expression.range) { () throws(Diagnostic) in
        try comprehension(element, variables, source, at: expression.range)
      }
    case .range(let first, let last):
      let from = try wholeNumber(first, "the start of a range")
      let to = try wholeNumber(last, "the end of a range")
      return .range(from, to)
    }
  }

  /// What a name stands for: the program's own meaning first, then the language's.
  func value(named name: String, at range: SourceRange) throws(Diagnostic) -> Value {
    if let value = names.value(of: name) {
      if case .openNetwork = value {
        throw SearchProblem.openNetwork(name).diagnostic(at: range)
      }
      return value
    }
    if let number = Builtins.constants[name] { return .number(number) }
    if let function = Builtins.named(name) {
      return .function(FunctionValue(source: .builtin(function)))
    }
    if name == "loss", let run = lastRun ?? namedRun {
      return try member(Name(text: name, range: range), of: run)
    }
    if let value = try definition(named: name, at: range) { return value }
    if Verbs.isVerb(name) { throw ProgramProblem.verbAsValue(name).diagnostic(at: range) }
    throw ProgramProblem.unknownName(name, closest: closest(to: name)).diagnostic(at: range)
  }

  func closest(to name: String) -> String? {
    Builtins.closest(to: name, or: names.all)
  }

  private func chain(_ first: Expression, _ links: [Expression.Link], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    var left = try evaluate(first)
    var covered = first.range
    for link in links {
      covered = covered.union(link.operand.range)
      let right = try evaluate(link.operand)
      switch InfixTable.entries[link.symbol]?.meaning {
      case .operation(let id):
        left = try elementwise(id, left, right, .none, symbol: link.symbol.rawValue, at: covered)
      case .matrixProduct: left = try matrixProduct(left, right, at: covered)
      case .approximately:
        left = .number(try approximately(left, right, tolerance: 1e-6, at: covered) ? 1 : 0)
      case nil: break
      }
    }
    return left
  }

  /// A list of scalars is a vector; a list of vectors of one length is a matrix.
  private func list(
    _ values: [Value], at range: SourceRange, _ rangeOfElement: (Int) -> SourceRange
  ) throws(Diagnostic) -> Value {
    guard !values.isEmpty else { throw ProgramProblem.emptyList.diagnostic(at: range) }
    var tensors: [Tensor] = []
    tensors.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      tensors.append(try tensor(value, "the elements of a list", at: rangeOfElement(index)))
    }
    let rowShape = tensors[0].shape
    for (index, tensor) in tensors.enumerated() {
      if case .matrix = tensor.shape {
        throw ProgramProblem.listOfMatrices.diagnostic(at: rangeOfElement(index))
      }
      if tensor.shape == rowShape { continue }
      let isMixed = tensor.shape == .scalar || rowShape == .scalar
      let problem: ProgramProblem =
        isMixed
        ? .mixedList(first: rowShape, other: tensor.shape)
        : .raggedList(first: rowShape, other: tensor.shape)
      throw problem.diagnostic(at: rangeOfElement(index))
    }
    try hold(values.count * rowShape.count, at: range)
    let shape: Shape =
      rowShape == .scalar ? .vector(values.count) : .matrix(values.count, rowShape.count)
    return .tensor(Tensor(shape: shape, elements: tensors.flatMap(\.elements)))
  }

  private func comprehension(
    _ element: Expression, _ variables: [Name], _ source: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let itemRange = source.range
    let source = try items(try evaluate(source), at: itemRange)
    var work = Foresight.Work(steps: source.count)
    work.add(
      Foresight(names: names, graph: graph, changing: variables).work(of: element).work,
      times: source.count)
    try foresee(steps: work.steps, nodes: work.nodes, at: range)
    var values: [Value] = []
    values.reserveCapacity(source.count)
    for index in 0..<source.count {
      try spend(at: range)
      names.enter(try unpack(source.item(index), into: variables, at: itemRange))
      values.append(try wantsNumbers ? numbersAlone(of: element) : evaluate(element))
      names.leave()
    }
    return try list(values, at: range) { _ in element.range }
  }

  /// The numbers of an expression, whose nodes are gone as soon as they are computed.
  private func numbersAlone(of expression: Expression) throws(Diagnostic) -> Value {
    try temporarily { () throws(Diagnostic) in
      switch try evaluate(expression) {
      case .node(let node): return .number(graph.value(of: node))
      case .tensor(var tensor):
        tensor.elements = tensor.elements.map { .number(number($0)) }
        return .tensor(tensor)
      case let other: return other
      }
    }
  }

  private func member(_ name: Name, of base: Expression) throws(Diagnostic) -> Value {
    let value = try evaluate(base)
    if name.text != "grad" {
      switch value {
      case .network(let network): return try member(name, of: network)
      case .data(let data): return try member(name, of: data)
      case .run(let run): return try member(name, of: run)
      default: break
      }
    }
    guard name.text == "grad" else {
      throw ProgramProblem.noSuchMember(name.text, kind: value.kind).diagnostic(at: name.range)
    }
    if let run = row == nil ? lastRun : lastRun ?? namedRun, let subject = run.subject {
      let target = try tensor(value, "what '.grad' belongs to", at: base.range)
      let gradient = try trainingGradient(at: target.elements, of: run, subject, row: row)
      return simplified(
        Tensor(shape: target.shape, elements: gradient.map { .number($0) }))
    }
    guard let loss = lastLoss else {
      throw ProgramProblem.nothingDifferentiated.diagnostic(at: name.range)
    }
    let target = try tensor(value, "what '.grad' belongs to", at: base.range)
    let tape = try tape(of: loss, at: name.range)
    let gradient = target.elements.map { element -> Tensor.Element in
      if case .node(let node) = element { return .number(tape.gradient(at: node)) }
      return .number(0)
    }
    return simplified(Tensor(shape: target.shape, elements: gradient))
  }

  /// A tensor as the simplest value that says the same.
  func simplified(_ tensor: Tensor) -> Value {
    guard tensor.shape == .scalar, let only = tensor.elements.first else { return .tensor(tensor) }
    switch only {
    case .number(let number): return .number(number)
    case .node(let node): return .node(node)
    }
  }

  /// Any numeric value as a tensor.
  func tensor(_ value: Value, _ what: String, at range: SourceRange) throws(Diagnostic) -> Tensor {
    switch value {
    case .number(let number): return Tensor(shape: .scalar, elements: [.number(number)])
    case .node(let node): return Tensor(shape: .scalar, elements: [.node(node)])
    case .tensor(let tensor): return tensor
    case .range(let first, let last):
      let count = max(0, last - first + 1)
      guard count > 0 else { throw ProgramProblem.emptyList.diagnostic(at: range) }
      try hold(count, at: range)
      return Tensor(
        shape: .vector(count), elements: (first...last).map { .number(Double($0)) })
    case .function(let function):
      throw ProgramProblem.functionAsValue(function.name).diagnostic(at: range)
    case .text, .network, .openNetwork, .data, .run, .parts:
      throw ProgramProblem.notNumeric(what: what, kind: value.kind).diagnostic(at: range)
    }
  }

  /// The node of an element; a number becomes a constant.
  func node(_ element: Tensor.Element) -> NodeID {
    switch element {
    case .node(let node): node
    case .number(let number): graph.constant(number)
    }
  }

  /// The number an element has now.
  func number(_ element: Tensor.Element) -> Double {
    switch element {
    case .node(let node): graph.value(of: node)
    case .number(let number): number
    }
  }

  /// The numbers a value has now.
  func numbers(_ value: Value, _ what: String, at range: SourceRange) throws(Diagnostic) -> Numbers
  {
    let tensor = try tensor(value, what, at: range)
    return Numbers(shape: tensor.shape, elements: tensor.elements.map(number))
  }

  /// A value that must be one whole number, such as an index or a size.
  func wholeNumber(_ expression: Expression, _ what: String) throws(Diagnostic) -> Int {
    let value = try number(of: try evaluate(expression), what, at: expression.range)
    guard let whole = Int(exactly: value), abs(value) < 1e15 else {
      throw ProgramProblem.notWhole(what: what, value: value).diagnostic(at: expression.range)
    }
    return whole
  }

  /// A value that must be one number.
  func number(of value: Value, _ what: String, at range: SourceRange) throws(Diagnostic) -> Double {
    let tensor = try tensor(value, what, at: range)
    guard tensor.elements.count == 1 else {
      throw ProgramProblem.notAScalar(what: what, kind: value.kind).diagnostic(at: range)
    }
    return number(tensor.elements[0])
  }

  /// A value that must be one node, such as a loss.
  func scalarNode(_ value: Value, _ what: String, at range: SourceRange) throws(Diagnostic)
    -> NodeID
  {
    let tensor = try tensor(value, what, at: range)
    guard tensor.elements.count == 1 else {
      throw ProgramProblem.notAScalar(what: what, kind: value.kind).diagnostic(at: range)
    }
    return node(tensor.elements[0])
  }
}
