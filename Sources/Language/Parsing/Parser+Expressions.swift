import Autodiff
import Reporting

/// Expressions, loosest first.
extension Parser {
  mutating func expression() throws(Diagnostic) -> Expression {
    let first = try infix(.comparison)
    guard take(.range) else { return first }
    let last = try infix(.comparison)
    return Expression(kind: .range(first, last), range: first.range.union(last.range))
  }

  /// Operands with operators of one precedence between them.
  mutating func infix(_ precedence: Notation.Precedence) throws(Diagnostic) -> Expression {
    if precedence == .sign { return try signed() }
    let first = try infix(precedence.tighter)
    var links: [Expression.Link] = []
    while case .symbol(let symbol) = token.kind, InfixTable.precedence(of: symbol) == precedence {
      let sign = token
      if precedence == .comparison, !links.isEmpty {
        throw SyntaxProblem.comparisonChain.diagnostic(at: sign.range)
      }
      advance()
      try refuseTouchingSign(sign, symbol, after: links.last?.operand ?? first)
      skipNewlines()
      let operand = try operand(after: symbol) { parser throws(Diagnostic) in
        try parser.infix(precedence.tighter)
      }
      links.append(Expression.Link(symbol: symbol, symbolRange: sign.range, operand: operand))
    }
    guard let last = links.last else { return first }
    return Expression(kind: .chain(first, links), range: first.range.union(last.operand.range))
  }

  /// In a list, `0.5 -0.25` could be one element or two.
  private func refuseTouchingSign(_ sign: Token, _ symbol: Symbol, after left: Expression)
    throws(Diagnostic)
  {
    guard isInList, symbol == .minus || symbol == .plus, sign.spaceBefore, !token.spaceBefore,
      token.kind != .newline
    else { return }
    throw SyntaxProblem.signTouchesNumber(
      left: lexer.words(left.range), right: lexer.words(token.range), sign: symbol.rawValue
    ).diagnostic(at: sign.range)
  }

  private mutating func operand(
    after symbol: Symbol, _ body: (inout Parser) throws(Diagnostic) -> Expression
  ) throws(Diagnostic) -> Expression {
    switch token.kind {
    case .end, .newline, .symbol(.comma), .symbol(.semicolon), .symbol(.closeParenthesis),
      .symbol(.closeBracket), .symbol(.closeBrace), .symbol(.assign):
      throw SyntaxProblem.operandMissing(after: symbol.rawValue, found: found)
        .diagnostic(at: token.range)
    default: return try body(&self)
    }
  }

  private mutating func signed() throws(Diagnostic) -> Expression {
    guard isAt(.minus) else {
      if isAt(.plus) { return try plus() }
      return try power()
    }
    let sign = token
    advance()
    let operand = try operand(after: .minus) { parser throws(Diagnostic) in
      try parser.nested { parser throws(Diagnostic) in try parser.signed() }
    }
    let range = sign.range.union(operand.range)
    if case .number(let number) = operand.kind {
      return Expression(kind: .number(-number), range: range)
    }
    return Expression(kind: .negated(operand), range: range)
  }

  /// A plus before an operand changes nothing.
  private mutating func plus() throws(Diagnostic) -> Expression {
    advance()
    return try operand(after: .plus) { parser throws(Diagnostic) in
      try parser.nested { parser throws(Diagnostic) in try parser.signed() }
    }
  }

  private mutating func power() throws(Diagnostic) -> Expression {
    let base = try postfix()
    if case .raised(let exponent) = token.kind {
      let range = token.range
      advance()
      return Expression(
        kind: .power(base, Expression(kind: .number(exponent), range: range)),
        range: base.range.union(range))
    }
    guard take(.power) else { return base }
    skipNewlines()
    let exponent = try operand(after: .power) { parser throws(Diagnostic) in
      try parser.nested { parser throws(Diagnostic) in try parser.signed() }
    }
    return Expression(kind: .power(base, exponent), range: base.range.union(exponent.range))
  }

  private mutating func postfix() throws(Diagnostic) -> Expression {
    var value = try primary()
    // Each of these makes the tree one level deeper, though nothing is open.
    for _ in 0..<Parser.longestPostfix {
      switch token.kind {
      case .symbol(.openParenthesis) where !token.spaceBefore || !isInList:
        let arguments = try bracketed { parser throws(Diagnostic) in
          try parser.arguments(until: .closeParenthesis)
        }
        value = Expression(kind: .call(value, arguments), range: covering(value))
      case .symbol(.openBracket) where !token.spaceBefore:
        let indices = try bracketed { parser throws(Diagnostic) in try parser.indices() }
        value = Expression(kind: .element(value, indices), range: covering(value))
      case .symbol(.dot):
        advance()
        let member = try name(after: ".")
        value = Expression(kind: .member(value, member), range: covering(value))
      default:
        return value
      }
    }
    throw SyntaxProblem.tooDeep(Parser.longestPostfix).diagnostic(at: token.range)
  }

  private func covering(_ value: Expression) -> SourceRange {
    SourceRange(start: value.range.start, end: last.range.end)
  }

  private mutating func primary() throws(Diagnostic) -> Expression {
    let first = token
    switch first.kind {
    case .number(let number):
      advance()
      return Expression(kind: .number(number), range: first.range)
    case .string(let text):
      advance()
      return Expression(kind: .text(text), range: first.range)
    case .name:
      let name = lexer.words(first.range)
      advance()
      return Expression(kind: .name(name), range: first.range)
    case .symbol(.openParenthesis):
      let inner = try bracketed { parser throws(Diagnostic) in
        let inner = try parser.expression()
        if parser.isAt(.comma) {
          let verb = parser.open.count == 1 ? parser.verb : nil
          throw SyntaxProblem.commaInParentheses(verb: verb).diagnostic(at: parser.token.range)
        }
        return inner
      }
      return Expression(
        kind: inner.kind, range: SourceRange(start: first.range.start, end: last.range.end))
    case .symbol(.openBracket):
      let kind = try bracketed(inList: true) { parser throws(Diagnostic) in try parser.list() }
      return Expression(
        kind: kind, range: SourceRange(start: first.range.start, end: last.range.end))
    default:
      throw unexpected(expecting: "a value")
    }
  }

  /// What stands between the brackets of a list.
  private mutating func list() throws(Diagnostic) -> Expression.Kind {
    var elements: [Expression] = []
    while !isAt(.closeBracket) {
      elements.append(try expression())
      if elements.count == 1, word == "for" { return try comprehension(of: elements[0]) }
      if take(.comma) { continue }
      if isAt(.closeBracket) { break }
      switch token.kind {
      case .number, .name, .string, .symbol(.openBracket), .symbol(.openParenthesis):
        throw foreignWord() ?? SyntaxProblem.missingComma.diagnostic(at: token.range)
      default: return .list(elements)
      }
    }
    return .list(elements)
  }

  private mutating func comprehension(of element: Expression) throws(Diagnostic) -> Expression.Kind
  {
    advance()
    let variables = try loopVariables()
    isInList = false
    return .comprehension(element, variables: variables, source: try expression())
  }

  /// `k in`, or `x, t in`.
  mutating func loopVariables() throws(Diagnostic) -> [Name] {
    var names = [try name(after: "for")]
    while take(.comma) {
      let name = try name(after: ",")
      if names.contains(where: { $0.text == name.text }) {
        throw SyntaxProblem.duplicateParameter(name.text).diagnostic(at: name.range)
      }
      names.append(name)
    }
    guard word == "in" else {
      throw SyntaxProblem.expected("'in' after '\(names.last?.text ?? "")'", found: found)
        .diagnostic(at: token.range)
    }
    advance()
    return names
  }

  private mutating func indices() throws(Diagnostic) -> [Expression.Index] {
    var indices: [Expression.Index] = []
    repeat {
      let start = token.range
      if take(.range) {
        indices.append(.all(start))
      } else {
        indices.append(.at(try expression()))
      }
    } while take(.comma)
    return indices
  }

  /// Values and named settings, up to but not including what ends them.
  mutating func arguments(until end: Symbol?) throws(Diagnostic) -> [Argument] {
    var arguments: [Argument] = []
    if let end, isAt(end) { return [] }
    repeat {
      skipNewlines()
      if let end, isAt(end) { break }
      arguments.append(try argument(after: arguments.last))
    } while take(.comma)
    return arguments
  }

  private mutating func argument(after last: Argument?) throws(Diagnostic) -> Argument {
    if let name = word {
      var ahead = self
      ahead.advance()
      if ahead.isAt(.assign) {
        let range = token.range
        self = ahead
        advance()
        let value = try operand(after: .assign) { parser throws(Diagnostic) in
          try parser.expression()
        }
        return Argument(name: Name(text: name, range: range), value: value)
      }
    }
    let value = try expression()
    if verb == "plot", case .element = value.kind, take(.assign) {
      let range = try operand(after: .assign) { parser throws(Diagnostic) in
        try parser.expression()
      }
      let name = Name(text: lexer.words(value.range), range: value.range)
      return Argument(name: name, value: range, element: value)
    }
    if let setting = last?.name {
      throw SyntaxProblem.operandAfterSetting(setting.text).diagnostic(at: value.range)
    }
    return Argument(name: nil, value: value)
  }
}
