import Autodiff
import Reporting

/// Statements, by their first word.
extension Parser {
  mutating func statement() throws(Diagnostic) -> Statement {
    let start = token.range
    statementStart = start.start
    let kind = try statementKind()
    verb = nil
    return Statement(kind: kind, range: SourceRange(start: start.start, end: last.range.end))
  }

  private mutating func statementKind() throws(Diagnostic) -> Statement.Kind {
    guard let word else { return .expression(try expression()) }
    let name = Name(text: word, range: token.range)
    var ahead = self
    ahead.advance()
    if ahead.isAt(.assign) {
      self = ahead
      advance()
      return .definition(name, try definedValue())
    }
    if ahead.isAt(.openParenthesis), !ahead.token.spaceBefore || !Verbs.isVerb(word),
      let function = try function(name)
    {
      return function
    }
    if let role = LeafRole(rawValue: word) { return try leaf(role) }
    if word == "set" { return try set() }
    if word == "for" { return try loop() }
    if word == "net", ahead.word != nil { return try network() }
    if word == "data", ahead.word != nil { return try data() }
    if ahead.isAt(.comma), let names = namesToUnpack() { return try unpacking(names) }
    if word == Verbs.claim.name {
      self = ahead
      verb = word
      return .verb(name, isAtEnd ? [] : try claim())
    }
    if Verbs.isVerb(word) {
      self = ahead
      if isAt(.openParenthesis) {
        ahead.advance()
        // `backward()` lacks its value just as `backward` does.
        if ahead.isAt(.closeParenthesis) {
          self = ahead
          advance()
        }
      }
      verb = word
      return .verb(name, isAtEnd ? [] : try arguments(until: nil))
    }
    let expression = try expression()
    if isAt(.assign), SlopeSyntax(expression) != nil {
      throw SyntaxProblem.claimWithoutVerb(lexer.words(expression.range))
        .diagnostic(at: expression.range)
    }
    return .expression(expression)
  }

  /// `dL/dw = e`: what is claimed of, and what is claimed.
  private mutating func claim() throws(Diagnostic) -> [Argument] {
    let left = try infix(.multiplication)
    guard take(.assign) else {
      throw SyntaxProblem.expected("'=' and what you claim", found: found)
        .diagnostic(at: token.range)
    }
    return [Argument(name: nil, value: left), Argument(name: nil, value: try definedValue())]
  }

  var isAtEnd: Bool {
    switch token.kind {
    case .newline, .end, .symbol(.semicolon), .symbol(.closeBrace): true
    default: false
    }
  }

  /// What stands after an equals sign, perhaps on the next line.
  mutating func definedValue() throws(Diagnostic) -> Expression {
    let equals = last
    let isOnNextLine = token.kind == .newline
    let missing = SyntaxProblem.operandMissing(after: "=", found: found)
      .diagnostic(at: isOnNextLine ? equals.range : token.range)
    skipNewlines()
    switch token.kind {
    case .end, .symbol(.semicolon), .symbol(.closeBrace): throw missing
    case .symbol(.assign) where !isOnNextLine:
      throw SyntaxProblem.secondEquals.diagnostic(at: token.range)
    default: break
    }
    let value = try expression()
    guard isOnNextLine else { return value }
    // A value on the next line that goes on like a statement is the next statement.
    switch token.kind {
    case .symbol(.assign), .name, .number, .string, .symbol(.openBracket): throw missing
    default: return value
    }
  }

  private mutating func leaf(_ role: LeafRole) throws(Diagnostic) -> Statement.Kind {
    advance()
    let name = try name(after: role.rawValue)
    var shape: [Expression] = []
    if isAt(.openBracket) {
      shape = try bracketed { parser throws(Diagnostic) in
        var sizes = [try parser.expression()]
        while parser.take(.comma) { sizes.append(try parser.expression()) }
        return sizes
      }
    }
    var value: Expression?
    if take(.assign) {
      value = try definedValue()
    } else if isAt(.comma) {
      throw SyntaxProblem.severalNames.diagnostic(at: token.range)
    } else if !isAtEnd {
      throw SyntaxProblem.expected("'=' after '\(name.text)'", found: found)
        .diagnostic(at: token.range)
    }
    return .leaf(Statement.Leaf(role: role, name: name, shape: shape, value: value))
  }

  /// The names before an equals sign, if several stand here: `a, b = …`.
  private func namesToUnpack() -> [Name]? {
    var ahead = self
    var names: [Name] = []
    while let word = ahead.word {
      names.append(Name(text: word, range: ahead.token.range))
      ahead.advance()
      if ahead.isAt(.assign) { return names }
      guard ahead.take(.comma) else { return nil }
    }
    return nil
  }

  private mutating func unpacking(_ names: [Name]) throws(Diagnostic) -> Statement.Kind {
    for (place, name) in names.enumerated()
    where names[..<place].contains(where: { $0.text == name.text }) {
      throw SyntaxProblem.duplicateParameter(name.text).diagnostic(at: name.range)
    }
    advance()
    let firstComma = token.range
    while !isAt(.assign) { advance() }
    advance()
    let value = try definedValue()
    guard case .call = value.kind, isAtEnd else {
      throw SyntaxProblem.severalNames.diagnostic(at: firstComma)
    }
    return .unpacking(names, value)
  }

  private mutating func set() throws(Diagnostic) -> Statement.Kind {
    advance()
    let target = try expression()
    guard take(.assign) else {
      throw SyntaxProblem.expected("'='", found: found).diagnostic(at: token.range)
    }
    let value = try definedValue()
    if case .list(let targets) = target.kind { return .set(targets, value) }
    return .set([target], value)
  }

  private mutating func loop() throws(Diagnostic) -> Statement.Kind {
    advance()
    let variables = try loopVariables()
    let source = try expression()
    skipNewlines()
    guard isAt(.openBrace) else {
      throw SyntaxProblem.expected("'{'", found: found).diagnostic(at: token.range)
    }
    return .loop(variables, source, try block())
  }

  /// The statements between two braces.
  private mutating func block() throws(Diagnostic) -> [Statement] {
    let opener = token
    openBraces += 1
    advance()
    let body = try nested { parser throws(Diagnostic) in
      var statements: [Statement] = []
      while true {
        parser.skipSeparators()
        if parser.isAt(.closeBrace) { return statements }
        if parser.token.kind == .end {
          throw SyntaxProblem.unclosed("{").diagnostic(at: opener.range)
        }
        statements.append(try parser.statement())
        guard parser.isAtEnd else { throw parser.unexpectedAfterStatement() }
      }
    }
    openBraces -= 1
    advance()
    return body
  }

  /// A function, if what follows the name is a list of parameters and an equals sign.
  private mutating func function(_ name: Name) throws(Diagnostic) -> Statement.Kind? {
    guard isFunctionAhead() else { return nil }
    advance()
    let parameters = try bracketed { parser throws(Diagnostic) in try parser.parameters() }
    advance()
    let body: [Statement]
    if isBlockAhead() {
      skipNewlines()
      let brace = token.range
      body = try block()
      guard let last = body.last else { throw SyntaxProblem.emptyBody.diagnostic(at: brace) }
      guard case .expression = last.kind else {
        throw SyntaxProblem.bodyWithoutValue.diagnostic(at: last.range)
      }
    } else {
      let value = try definedValue()
      body = [Statement(kind: .expression(value), range: value.range)]
    }
    let range = SourceRange(start: name.range.start, end: last.range.end)
    return .function(FunctionSyntax(name: name, parameters: parameters, body: body, range: range))
  }

  /// Whether a name is followed by a bracketed list and then by `=`.
  private func isFunctionAhead() -> Bool {
    var ahead = lexer
    var level = 0
    repeat {
      switch ahead.next().kind {
      case .symbol(.openParenthesis), .symbol(.openBracket): level += 1
      case .symbol(.closeParenthesis), .symbol(.closeBracket): level -= 1
      case .end: return false
      default: break
      }
    } while level > 0
    return ahead.next().kind == .symbol(.assign)
  }

  /// Whether a block begins here or on the next line that is not empty.
  private func isBlockAhead() -> Bool {
    var ahead = self
    ahead.skipNewlines()
    return ahead.isAt(.openBrace)
  }

  private mutating func parameters() throws(Diagnostic) -> [FunctionSyntax.Parameter] {
    var parameters: [FunctionSyntax.Parameter] = []
    while !isAt(.closeParenthesis) {
      let name = try name(after: parameters.isEmpty ? "(" : ",")
      if parameters.contains(where: { $0.name.text == name.text }) {
        throw SyntaxProblem.duplicateParameter(name.text).diagnostic(at: name.range)
      }
      let standard = take(.assign) ? try expression() : nil
      if standard == nil, let setting = parameters.last, setting.standard != nil {
        throw SyntaxProblem.operandAfterSetting(setting.name.text).diagnostic(at: name.range)
      }
      parameters.append(
        FunctionSyntax.Parameter(
          name: name, standard: standard,
          standardText: standard.map { lexer.words($0.range) } ?? ""))
      guard take(.comma) else { break }
    }
    return parameters
  }
}
