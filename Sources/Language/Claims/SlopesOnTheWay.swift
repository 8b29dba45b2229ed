import Autodiff
import Reporting

/// Derivatives at nodes on the way, `dL/dz`, in the learner's own derivation.
extension Interpreter {
  /// What a `dL/dz` is called inside, where no program can name it.
  static let slopeName = "dL/dz"

  func withSlopes(_ expression: Expression, of top: String) throws(Diagnostic) -> Expression {
    var result = expression
    switch expression.kind {
    case .number, .text, .name, .member: break
    case .negated(let operand): result.kind = .negated(try withSlopes(operand, of: top))
    case .power(let base, let exponent):
      result.kind = .power(try withSlopes(base, of: top), try withSlopes(exponent, of: top))
    case .chain(let first, let links): result.kind = try chainWithSlopes(first, links, of: top)
    case .call(let callee, let arguments):
      var changed = arguments
      for place in changed.indices {
        changed[place].value = try withSlopes(changed[place].value, of: top)
      }
      result.kind = .call(callee, changed)
    case .element(let base, let indices):
      result.kind = .element(try withSlopes(base, of: top), indices)
    case .list(let elements):
      var changed: [Expression] = []
      for element in elements { changed.append(try withSlopes(element, of: top)) }
      result.kind = .list(changed)
    case .comprehension(let element, let variables, let source):
      result.kind = .comprehension(
        try withSlopes(element, of: top), variables: variables, source: source)
    case .range(let first, let last):
      result.kind = .range(try withSlopes(first, of: top), try withSlopes(last, of: top))
    }
    return result
  }

  private func chainWithSlopes(
    _ first: Expression, _ links: [Expression.Link], of top: String
  ) throws(Diagnostic) -> Expression.Kind {
    var operands: [(link: Expression.Link?, operand: Expression)] = [(nil, first)]
    for link in links {
      if let before = operands.last, let call = try call(before.operand, link, top) {
        operands[operands.count - 1].operand = call
      } else {
        operands.append((link, link.operand))
      }
    }
    var changed: [Expression.Link] = []
    for (link, operand) in operands.dropFirst() {
      guard var link else { continue }
      link.operand = try withSlopes(operand, of: top)
      changed.append(link)
    }
    let start = try withSlopes(operands[0].operand, of: top)
    return changed.isEmpty ? start.kind : .chain(start, changed)
  }

  /// The call that two operands with a division between them become, a sign before them kept.
  private func call(_ upper: Expression, _ link: Expression.Link, _ top: String)
    throws(Diagnostic) -> Expression?
  {
    if case .negated(let operand) = upper.kind {
      guard let call = try call(operand, link, top) else { return nil }
      return Expression(kind: .negated(call), range: upper.range.union(call.range))
    }
    guard let slope = SlopeSyntax(upper, link) else { return nil }
    return try call(of: slope, upper, link.operand, top)
  }

  /// The call a `dL/dz` becomes; nil if it is a quotient of the program's own names.
  private func call(
    of slope: SlopeSyntax, _ upper: Expression, _ lower: Expression, _ top: String
  ) throws(Diagnostic) -> Expression? {
    if isKnown(upper), isKnown(lower) { return nil }
    let given = words(slope.top.range)
    guard given.filter({ $0 != " " }) == top.filter({ $0 != " " }) else {
      if isKnown(upper) || !isKnown(slope.top) { return nil }
      throw ClaimProblem.otherSlope(words(slope.range), claimed: top).diagnostic(at: slope.range)
    }
    return Expression(
      kind: .call(
        Expression(kind: .name(Interpreter.slopeName), range: slope.range),
        [Argument(name: nil, value: slope.top), Argument(name: nil, value: slope.bottom)]),
      range: slope.range)
  }

  /// Whether the name an operand begins with is one of the program.
  private func isKnown(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name): names.value(of: name) != nil
    case .element(let base, _), .member(let base, _), .call(let base, _): isKnown(base)
    default: false
    }
  }

  /// The function that a `dL/dz` calls: the derivative as nodes, of nodes that lie between.
  func slopeFunction(of outputs: [NodeID], _ top: String, at targets: [NodeID], _ bottom: String)
    -> Value
  {
    let between = outputs.first.map { ChainRule(from: $0, to: targets, in: graph) }
    let before = graph.count
    let builtin = Builtin(
      Interpreter.slopeName, "the derivative at a node on the way", operands: ["L", "z"]
    ) { interpreter, operands, _, range throws(Diagnostic) in
      let target = try interpreter.tensor(
        operands[1].value, "what a derivative is taken with respect to", at: operands[1].range)
      let nodes = interpreter.meant(
        by: target.elements.map(interpreter.node), before: before, in: outputs.first)
      for node in nodes.joined() {
        let isEnd = outputs.contains(node) || targets.contains(node)
        guard !isEnd || targets.isEmpty, targets.isEmpty || between?.slot(of: node) != nil else {
          throw ClaimProblem.notBetween(
            interpreter.words(operands[1].range), top: top, bottom: bottom
          ).diagnostic(at: range)
        }
      }
      guard let output = outputs.first, outputs.count == 1 else {
        throw ProgramProblem.notAScalar(what: "'\(top)' here", kind: "several values")
          .diagnostic(at: range)
      }
      try interpreter.spend(1 + interpreter.graph.count / 16, at: range)
      // What stands at several places passes on what arrives at all of them.
      var slopes: [Tensor.Element] = []
      for same in nodes {
        let parts = interpreter.graph.addGradient(of: output, at: same, from: .none)
        slopes.append(.node(interpreter.sum(of: parts)))
      }
      return interpreter.simplified(Tensor(shape: target.shape, elements: slopes))
    }
    return .function(FunctionValue(source: .builtin(builtin)))
  }
}
