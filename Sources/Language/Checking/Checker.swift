import Autodiff
import Reporting

/// Reads a function when it is defined, so that a slip in it is found before it is ever called.
struct Checker {
  let names: Names

  /// Complains about a name that nothing has, a call of the function itself, and a statement that
  /// cannot stand in a function.
  func check(_ function: FunctionSyntax) throws(Diagnostic) {
    var known = Set(function.parameters.map(\.name.text))
    for parameter in function.parameters {
      if let standard = parameter.standard { try check(standard, known, in: function) }
    }
    try check(function.body, &known, in: function)
  }

  private func check(
    _ body: [Statement], _ known: inout Set<String>, in function: FunctionSyntax
  ) throws(Diagnostic) {
    for statement in body {
      switch statement.kind {
      case .definition(let name, let expression):
        try check(expression, known, in: function)
        known.insert(name.text)
      case .expression(let expression):
        try check(expression, known, in: function)
      case .loop(let variables, let source, let body):
        try check(source, known, in: function)
        known.formUnion(variables.map(\.text))
        try check(body, &known, in: function)
      case .leaf(let leaf):
        throw ProgramProblem.statementInFunction(leaf.role.rawValue).diagnostic(at: statement.range)
      case .unpacking(let names, let expression):
        try check(expression, known, in: function)
        known.formUnion(names.map(\.text))
      case .network:
        throw ProgramProblem.statementInFunction("net").diagnostic(at: statement.range)
      case .data:
        throw ProgramProblem.statementInFunction("data").diagnostic(at: statement.range)
      case .set:
        throw ProgramProblem.statementInFunction("set").diagnostic(at: statement.range)
      case .function(let inner):
        throw ProgramProblem.statementInFunction("\(inner.name.text)(…) =")
          .diagnostic(at: statement.range)
      case .verb(let name, _):
        throw ProgramProblem.verbInFunction(name.text).diagnostic(at: name.range)
      }
    }
  }

  private func check(_ expression: Expression, _ known: Set<String>, in function: FunctionSyntax)
    throws(Diagnostic)
  {
    switch expression.kind {
    case .number, .text: return
    case .name(let name): try check(name, at: expression.range, known, in: function)
    case .negated(let operand): try check(operand, known, in: function)
    case .chain(let first, let links):
      try check(first, known, in: function)
      for link in links { try check(link.operand, known, in: function) }
    case .power(let base, let exponent):
      try check(base, known, in: function)
      try check(exponent, known, in: function)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind {
        try check(name, at: callee.range, known, in: function, isCall: true)
      } else {
        try check(callee, known, in: function)
      }
      for argument in arguments where !isWord(argument, of: callee) {
        try check(argument.value, known, in: function)
      }
    case .element(let base, let indices):
      try check(base, known, in: function)
      for case .at(let index) in indices { try check(index, known, in: function) }
    case .member(let base, _): try check(base, known, in: function)
    case .list(let elements):
      for element in elements { try check(element, known, in: function) }
    case .comprehension(let element, let variables, let source):
      try check(source, known, in: function)
      try check(element, known.union(variables.map(\.text)), in: function)
    case .range(let first, let last):
      try check(first, known, in: function)
      try check(last, known, in: function)
    }
  }

  /// Whether an argument is a word that a setting knows, as in `reduction=none`.
  private func isWord(_ argument: Argument, of callee: Expression) -> Bool {
    guard case .name(let function) = callee.kind, case .name(let word) = argument.value.kind,
      let setting = Builtins.named(function)?.settings.first(where: {
        $0.name == argument.name?.text
      })
    else { return false }
    return setting.words.contains(word)
  }

  private func check(
    _ name: String, at range: SourceRange, _ known: Set<String>, in function: FunctionSyntax,
    isCall: Bool = false
  ) throws(Diagnostic) {
    if known.contains(name) { return }
    if let (base, _) = Interpreter.parts(ofDefinition: name) {
      return try check(base, at: range, known, in: function)
    }
    if name == function.name.text {
      // A builtin of the same name is hidden only once the function exists.
      throw ProgramProblem.recursiveFunction(name).diagnostic(at: range)
    }
    if names.value(of: name) != nil || Builtins.named(name) != nil
      || Builtins.constants[name] != nil
    {
      return
    }
    if Verbs.isVerb(name) { throw ProgramProblem.verbAsValue(name).diagnostic(at: range) }
    let closest = Builtins.closest(to: name, or: Array(known) + names.all)
    let problem: ProgramProblem =
      isCall ? .unknownFunction(name, closest: closest) : .unknownName(name, closest: closest)
    throw problem.diagnostic(at: range)
  }
}
