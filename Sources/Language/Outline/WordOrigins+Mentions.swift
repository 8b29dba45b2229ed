import Reporting

/// The names in a piece of a program.
extension WordOrigins {
  func offset(_ range: SourceRange) -> Int? { counts ? Int(range.start - Self.base) : nil }

  func mentions(in expressions: [Expression], but hidden: Set<String> = []) -> [Mention] {
    var found: [Mention] = []
    for expression in expressions { visit(expression, hidden, &found) }
    return found
  }

  /// What a function names, but for what it is given and what it defines itself.
  func mentions(in function: FunctionSyntax) -> [Mention] {
    var hidden = Set(function.parameters.map(\.name.text))
    var found = mentions(in: function.parameters.compactMap(\.standard))
    visit(function.body, &hidden, &found)
    return found
  }

  private func visit(_ body: [Statement], _ hidden: inout Set<String>, _ found: inout [Mention]) {
    for statement in body {
      switch statement.kind {
      case .definition(let name, let value):
        visit(value, hidden, &found)
        hidden.insert(name.text)
      case .unpacking(let names, let value):
        visit(value, hidden, &found)
        hidden.formUnion(names.map(\.text))
      case .loop(let names, let source, let body):
        visit(source, hidden, &found)
        hidden.formUnion(names.map(\.text))
        visit(body, &hidden, &found)
      case .expression(let value): visit(value, hidden, &found)
      case .leaf, .function, .set, .network, .data, .verb: break
      }
    }
  }

  private func visit(
    _ expression: Expression, _ hidden: Set<String>, _ found: inout [Mention]
  ) {
    switch expression.kind {
    case .number: break
    case .text(let text):
      found.append(Mention(name: text, offset: offset(expression.range), isWord: true))
    case .name(let name):
      if !hidden.contains(name) {
        found.append(Mention(name: name, offset: offset(expression.range)))
      }
    case .negated(let operand): visit(operand, hidden, &found)
    case .chain(let first, let links):
      visit(first, hidden, &found)
      for link in links { visit(link.operand, hidden, &found) }
    case .power(let base, let exponent):
      visit(base, hidden, &found)
      visit(exponent, hidden, &found)
    case .call(let callee, let arguments):
      visit(callee, hidden, &found)
      for argument in arguments { visit(argument.value, hidden, &found) }
    case .element(let base, let indices):
      visit(base, hidden, &found)
      for case .at(let index) in indices { visit(index, hidden, &found) }
    case .member(let base, let name):
      visit(base, hidden, &found)
      found.append(Mention(name: name.text, offset: offset(name.range), isWord: true))
    case .list(let elements): for element in elements { visit(element, hidden, &found) }
    case .comprehension(let element, let variables, let source):
      visit(source, hidden, &found)
      visit(element, hidden.union(variables.map(\.text)), &found)
    case .range(let first, let last):
      visit(first, hidden, &found)
      visit(last, hidden, &found)
    }
  }
}
