import Autodiff
import Reporting

/// The right side of a claim: the learner's own derivation, in which derivatives of what is claimed
/// may be used at nodes on the way.
extension Interpreter {
  /// The expression with each `dL/dz` in it made a call, and nothing in it that derives.
  func ownDerivation(_ expression: Expression, of top: String) throws(Diagnostic) -> Expression {
    try refuseDerivatives(expression)
    return try withSlopes(expression, of: top)
  }

  private static let forbidden: Set = ["grad", "hessian"]

  /// Refuses what would leave the derivation to the program.
  private func refuseDerivatives(_ expression: Expression, depth: Int = 0) throws(Diagnostic) {
    var found: (word: String, range: SourceRange)?
    visit(expression) { part in
      switch part.kind {
      case .name(let name)
      where Interpreter.forbidden.contains(name) && names.value(of: name) == nil:
        found = found ?? (name, part.range)
      case .member(_, let name) where name.text == "grad": found = found ?? (".grad", name.range)
      case .name(let name):
        guard case .function(let function)? = names.value(of: name),
          case .written(let written) = function.source, depth < 8
        else { return }
        for statement in written.body where derives(statement) {
          found = found ?? (name, part.range)
        }
      default: break
      }
    }
    if let found { throw ClaimProblem.forbidden(found.word).diagnostic(at: found.range) }
  }

  private func derives(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .expression(let value), .definition(_, let value):
      (try? refuseDerivatives(value, depth: 8)) == nil
    default: false
    }
  }

  /// Refuses nodes that a derivative was put into before.
  func refuseDerived(_ nodes: [NodeID], unlessAbove outputs: [NodeID], in claim: Expression)
    throws(Diagnostic)
  {
    let known = Set(outputs.flatMap(graph.sources))
    for node in Set(nodes.flatMap(graph.sources)).subtracting(known).sorted() {
      let text = words(graph.range(of: node))
      for word in Interpreter.forbidden where text.hasPrefix(word + "(") {
        guard let name = names(in: claim).first(where: { stands(for: node, $0.name) }) else {
          throw ClaimProblem.forbidden(word).diagnostic(at: claim.range)
        }
        throw ClaimProblem.derivedName(name.name, by: word).diagnostic(at: name.range)
      }
    }
  }

  private func names(in expression: Expression) -> [(name: String, range: SourceRange)] {
    var found: [(name: String, range: SourceRange)] = []
    visit(expression) { if case .name(let name) = $0.kind { found.append((name, $0.range)) } }
    return found
  }

  /// Whether a name stands for something that depends on a node.
  private func stands(for node: NodeID, _ name: String) -> Bool {
    guard let value = names.value(of: name), let tensor = try? tensor(value, "", at: .none) else {
      return false
    }
    return tensor.elements.contains { element in
      if case .node(let own) = element { graph.sources(of: own).contains(node) } else { false }
    }
  }

  /// Whether an expression has no names but those of another, and functions.
  func speaks(_ expression: Expression, onlyOf other: Expression) -> Bool {
    var (known, spoken): (Set<String>, Set<String>) = ([], [])
    visit(other) { if case .name(let name) = $0.kind { known.insert(name) } }
    visit(expression) { if case .name(let name) = $0.kind { spoken.insert(name) } }
    return spoken.subtracting(known).allSatisfy { name in
      if case .function? = names.value(of: name) { true } else { false }
    }
  }

  private func visit(_ expression: Expression, _ body: (Expression) -> Void) {
    body(expression)
    switch expression.kind {
    case .number, .text, .name: break
    case .negated(let operand): visit(operand, body)
    case .chain(let first, let links):
      visit(first, body)
      for link in links { visit(link.operand, body) }
    case .power(let base, let exponent):
      visit(base, body)
      visit(exponent, body)
    case .call(let callee, let arguments):
      visit(callee, body)
      for argument in arguments { visit(argument.value, body) }
    case .element(let base, let indices):
      visit(base, body)
      for case .at(let index) in indices { visit(index, body) }
    case .member(let base, _): visit(base, body)
    case .list(let elements): for element in elements { visit(element, body) }
    case .comprehension(let element, _, let source):
      visit(element, body)
      visit(source, body)
    case .range(let first, let last):
      visit(first, body)
      visit(last, body)
    }
  }
}
