import Reporting

/// Looking at tokens, taking them, and saying what stands in the way.
extension Parser {
  func isAt(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  /// The words of a name that is looked at.
  var word: String? { token.kind == .name ? lexer.words(token.range) : nil }

  /// Takes a symbol if it is there.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func skipNewlines() {
    while token.kind == .newline { advance() }
  }

  /// Takes a name.
  mutating func name(after word: String) throws(Diagnostic) -> Name {
    guard let text = self.word else {
      throw SyntaxProblem.expectedName(after: word, found: found).diagnostic(at: token.range)
    }
    let name = Name(text: text, range: token.range)
    advance()
    return name
  }

  /// Takes an opening bracket, runs a part of the parser, and takes the closing one.
  mutating func bracketed<Result>(
    inList: Bool = false, _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let opener = token
    guard case .symbol(let symbol) = opener.kind, let closer = symbol.closer else {
      throw unexpected(expecting: "a bracket")
    }
    let wasInList = isInList
    open.append(opener)
    isInList = inList
    advance()
    let result: Result
    do throws(Diagnostic) {
      result = try nested(body)
      guard isAt(closer) else { throw wrongEnd(of: opener, closer) }
    } catch {
      // A bracket that nothing closes is the better thing to say, unless the trouble is inside it;
      // only the innermost is looked at, or many brackets in a long text would take long.
      let isInnermost = open.count == depthOfTrouble ?? open.count
      depthOfTrouble = depthOfTrouble ?? open.count
      if isInnermost, Parser.hintsAtUnclosed.contains(error.id), !isClosedLater() {
        throw SyntaxProblem.unclosed(symbol.rawValue).diagnostic(at: opener.range)
      }
      throw error
    }
    open.removeLast()
    isInList = wasInList
    advance()
    return result
  }

  /// What is said first where a closing bracket is missing.
  private static let hintsAtUnclosed: Set<String> = [
    "syntax", "unexpected-equals", "missing-operand", "missing-operator", "missing-comma",
    "comma-in-parentheses",
  ]

  private func wrongEnd(of opener: Token, _ closer: Symbol) -> Diagnostic {
    guard case .symbol(let symbol) = opener.kind else {
      return unexpected(expecting: "'\(closer.rawValue)'")
    }
    if case .symbol(let found) = token.kind, found.isCloser {
      return SyntaxProblem.wrongCloser(found.rawValue, expected: closer.rawValue)
        .diagnostic(at: token.range)
    }
    if !isClosedLater() {
      return SyntaxProblem.unclosed(symbol.rawValue).diagnostic(at: opener.range)
    }
    switch token.kind {
    case .name, .number, .string, .symbol(.openParenthesis), .symbol(.openBracket):
      return foreignWord() ?? missingOperator()
    default: return unexpected(expecting: "',' or '\(closer.rawValue)'")
    }
  }

  /// Whether the innermost open bracket finds its partner further on.
  private func isClosedLater() -> Bool {
    var ahead = lexer
    var current = token
    var level = 1
    while current.kind != .end {
      if case .symbol(let symbol) = current.kind {
        if symbol.closer != nil { level += 1 }
        if symbol.isCloser { level -= 1 }
        if level == 0 { return true }
      }
      current = ahead.next()
    }
    return false
  }

  /// What is looked at, for a message.
  var found: String {
    switch token.kind {
    case .newline: "the end of the line"
    case .end: "the end of the text"
    case .string: "a text"
    case .invalid: "something unreadable"
    case .name, .number, .raised, .symbol: "'\(lexer.words(token.range))'"
    }
  }

  func unexpected(expecting expected: String) -> Diagnostic {
    if case .symbol(.assign) = token.kind {
      return SyntaxProblem.equalsInExpression.diagnostic(at: token.range)
    }
    return SyntaxProblem.expected(expected, found: found).diagnostic(at: token.range)
  }

  /// The complaint about what follows a complete statement on its line.
  func unexpectedAfterStatement() -> Diagnostic {
    if let foreign = foreignWord() { return foreign }
    switch token.kind {
    case .symbol(let symbol) where symbol.isCloser:
      return SyntaxProblem.unopened(symbol.rawValue).diagnostic(at: token.range)
    case .symbol(.assign) where last.kind == .symbol(.closeBracket):
      let start = SourceRange(start: statementStart, end: statementStart)
      return SyntaxProblem.elementAssigned(start: start).diagnostic(at: token.range)
    case .symbol(.comma):
      let words = lexer.words(SourceRange(start: statementStart, end: token.range.start))
      let problem: SyntaxProblem = words.contains("=") ? .severalValues : .severalNames
      return problem.diagnostic(at: token.range)
    case .name, .number, .symbol(.openParenthesis), .symbol(.openBracket), .string:
      return missingOperator()
    default:
      return unexpected(expecting: "the end of the statement")
    }
  }

  /// The complaint about two values side by side.
  private func missingOperator() -> Diagnostic {
    let (left, right) = (lexer.words(last.range), lexer.words(token.range))
    if last.kind == .name, Verbs.isVerb(left) {
      return ProgramProblem.verbAsValue(left).diagnostic(at: last.range)
    }
    if last.kind == .name, last.range.start == statementStart,
      let verb = closestName(
        to: left, among: Verbs.all.map(\.name) + Statement.words.map(\.word))
    {
      return SyntaxProblem.unknownVerb(left, closest: verb).diagnostic(at: last.range)
    }
    if last.kind == .name, Builtins.named(left) != nil {
      return SyntaxProblem.missingParentheses(function: left, operand: right)
        .diagnostic(at: last.range.union(token.range))
    }
    let gap = SourceRange(start: last.range.end, end: token.range.start)
    return SyntaxProblem.missingOperator(left: left, right: right, gap: gap)
      .diagnostic(at: token.range)
  }

  /// The complaint about a word of another language, if one stands here, just before, or first.
  func foreignWord() -> Diagnostic? {
    var start = lexer
    start.offset = Int(statementStart - lexer.base)
    for token in [start.next(), last, token] where token.kind == .name {
      let word = lexer.words(token.range)
      if let remedy = ForeignWords.remedy(for: word) {
        return SyntaxProblem.foreignWord(word, remedy: remedy).diagnostic(at: token.range)
      }
    }
    return nil
  }
}
