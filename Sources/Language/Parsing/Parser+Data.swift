import Reporting

/// Data sets: rows in brackets, two matrices, or something that gives one.
extension Parser {
  mutating func data() throws(Diagnostic) -> Statement.Kind {
    advance()
    let name = try name(after: "data")
    guard isAt(.assign) else {
      throw SyntaxProblem.expected("'=' after '\(name.text)'", found: found)
        .diagnostic(at: token.range)
    }
    var ahead = self
    ahead.advance()
    ahead.skipNewlines()
    if ahead.isAt(.openBracket), ahead.isListOfRows() {
      self = ahead
      return .data(name, .rows(try rows()))
    }
    advance()
    let inputs = try definedValue()
    guard take(.arrow) else { return .data(name, .value(inputs)) }
    skipNewlines()
    return .data(name, .pair(inputs, try expression()))
  }

  /// Whether the bracket that is looked at holds rows of numbers and texts rather than a list:
  /// numbers side by side, an arrow, or several rows.
  private func isListOfRows() -> Bool {
    var ahead = lexer
    var previous: Token.Kind?
    while true {
      let token = ahead.next()
      switch token.kind {
      case .symbol(.arrow), .symbol(.semicolon): return true
      case _ where token.kind.isCell || isNonFinite(token):
        switch previous {
        case .number, .string, .name: return true
        default: break
        }
      case .symbol(.minus), .symbol(.plus), .symbol(.comma), .newline: break
      case .symbol(.closeBracket):
        // `[1, 2, 3]` is one row, unless an arrow makes it the inputs of a pair.
        return ahead.next().kind != .symbol(.arrow)
      default: return false
      }
      if token.kind != .newline { previous = token.kind }
    }
  }

  /// Whether a token stands for what is no finite number, which a row might seem to hold.
  private func isNonFinite(_ token: Token) -> Bool {
    token.kind == .name && ["nan", "inf"].contains(lexer.words(token.range))
  }

  /// The rows between two brackets; inside, a line break ends a row.
  private mutating func rows() throws(Diagnostic) -> [DataRow] {
    let opener = token
    // Not counted as an open bracket, in which line breaks would mean nothing.
    openBraces += 1
    advance()
    var rows: [DataRow] = []
    while true {
      skipSeparators()
      if isAt(.closeBracket) { break }
      if token.kind == .end { throw SyntaxProblem.unclosed("[").diagnostic(at: opener.range) }
      rows.append(try row())
    }
    openBraces -= 1
    advance()
    guard !rows.isEmpty else {
      throw SyntaxProblem.expected("at least one row", found: "none")
        .diagnostic(at: opener.range.union(last.range))
    }
    return rows
  }

  private mutating func row() throws(Diagnostic) -> DataRow {
    let start = token.range
    let inputs = try cells()
    var targets: [DataRow.Cell] = []
    if isAt(.arrow) {
      advance()
      targets = try cells()
    }
    switch token.kind {
    case .newline, .symbol(.semicolon), .symbol(.closeBracket), .end: break
    default:
      throw SyntaxProblem.expected("a number, a text, ';' or ']'", found: found)
        .diagnostic(at: token.range)
    }
    return DataRow(inputs: inputs, targets: targets, range: start.union(last.range))
  }

  private mutating func cells() throws(Diagnostic) -> [DataRow.Cell] {
    var cells: [DataRow.Cell] = []
    while true {
      switch token.kind {
      case .string(let text):
        cells.append(.text(text))
        advance()
      case .number, .symbol(.minus), .symbol(.plus): cells.append(.number(try signedNumber()))
      case .name where isNonFinite(token):
        throw SyntaxProblem.nonFiniteData(lexer.words(token.range)).diagnostic(at: token.range)
      default:
        guard !cells.isEmpty else {
          throw SyntaxProblem.expected("a number or a text", found: found)
            .diagnostic(at: token.range)
        }
        return cells
      }
      _ = take(.comma)
    }
  }

  private mutating func signedNumber() throws(Diagnostic) -> Double {
    let isNegative = isAt(.minus)
    let hasSign = isNegative || isAt(.plus)
    if hasSign { advance() }
    if isNonFinite(token) {
      throw SyntaxProblem.nonFiniteData(lexer.words(token.range)).diagnostic(at: token.range)
    }
    guard case .number(let number) = token.kind, !hasSign || !token.spaceBefore else {
      throw SyntaxProblem.expected("a number right after the sign", found: found)
        .diagnostic(at: token.range)
    }
    advance()
    return isNegative ? -number : number
  }
}

extension Token.Kind {
  /// Whether a row may hold it.
  fileprivate var isCell: Bool {
    switch self {
    case .number, .string: true
    default: false
    }
  }
}
