public import Reporting

/// One statement of a program, as far as those must know it who run a program piece by piece.
public struct StatementOutline: Sendable {
  /// The verb it begins with; nil for any other statement.
  public var verb: String?
  /// The words of each operand of its verb; for a `claim`, what stands on either side of `=`.
  public var operands: [String]
  /// The names it gives a meaning, also those inside its block.
  public var defined: [String]
  /// Whether it is a loop, in whose block anything may happen.
  public var isLoop = false
  /// The names whose leaves it sets, also those inside its block.
  public var set: [String]
  /// What a definition says its name is, or what a function gives, in the program's words.
  public var definition: String?
  /// Its bytes in the text.
  public var bytes: Range<Int>
}

extension Session {
  /// The statements of a text that can be read, and what is wrong with the others.
  public static func outline(of text: SourceText) -> (
    statements: [StatementOutline], diagnostics: [Diagnostic]
  ) {
    DeepStack.run {
      // A text that is alone in a map begins at 1.
      let base: UInt32 = 1
      var parser = Parser(text, base: base)
      var statements: [StatementOutline] = []
      while let statement = parser.next() {
        statements.append(StatementOutline(statement, of: text, base: base))
      }
      return (statements, parser.takeDiagnostics().filter { $0.severity == .error })
    }
  }
}

extension StatementOutline {
  fileprivate init(_ statement: Statement, of text: SourceText, base: UInt32) {
    func bytes(_ range: SourceRange) -> Range<Int> {
      Int(range.start - base)..<Int(max(range.end, range.start) - base)
    }
    self.init(operands: [], defined: [], set: [], bytes: bytes(statement.range))
    note(statement)
    switch statement.kind {
    case .verb(let name, let arguments):
      verb = name.text
      operands = arguments.filter { $0.name == nil }.map { text.text(bytes($0.value.range)) }
    case .definition(_, let value): definition = text.text(bytes(value.range))
    case .function(let function): definition = function.body.last.map { text.text(bytes($0.range)) }
    case .loop: isLoop = true
    default: break
    }
  }

  private mutating func note(_ statement: Statement) {
    switch statement.kind {
    case .leaf(let leaf): defined.append(leaf.name.text)
    case .definition(let name, _), .data(let name, _): defined.append(name.text)
    case .function(let function): defined.append(function.name.text)
    case .network(let network): defined.append(network.name.text)
    case .unpacking(let names, _): defined += names.map(\.text)
    case .loop(let names, _, let body):
      defined += names.map(\.text)
      for statement in body { note(statement) }
    case .set(let targets, _): for target in targets { set += names(in: target) }
    case .verb, .expression: break
    }
  }

  /// The names that stand first in what is set: `w`, `mlp` of `mlp.w1[1, 2]`.
  private func names(in target: Expression) -> [String] {
    switch target.kind {
    case .name(let name): [name]
    case .element(let base, _), .member(let base, _): names(in: base)
    case .list(let elements): elements.flatMap(names)
    default: []
    }
  }
}
