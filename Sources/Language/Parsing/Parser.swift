import Reporting

/// Reads a program statement by statement, so that a long one is never held whole.
///
///     program    = { statement ( newline | ";" ) }
///     statement  = ( "input" | "param" ) name [ "[" e { "," e } "]" ] [ "=" e ]
///                | "set" e "=" e
///                | name "=" e
///                | name "(" [ parameter { "," parameter } ] ")" "=" ( e | block )
///                | "for" name { "," name } "in" e block
///                | verb [ argument { "," argument } ]
///                | e
///     block      = "{" { statement ( newline | ";" ) } "}"
///     parameter  = name [ "=" e ]
///     argument   = [ name "=" ] e
///     e          = comparison [ ".." comparison ]
///     comparison = sum [ ( "~" | "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum ]
///     sum        = product { ( "+" | "-" ) product }
///     product    = signed { ( "*" | "/" | "@" ) signed }
///     signed     = "-" signed | power
///     power      = postfix [ "^" signed ]
///     postfix    = primary { "(" arguments ")" | "[" index { "," index } "]" | "." name }
///     index      = e | ".."
///     primary    = number | text | name | "(" e ")" | "[" [ e { "," e } ] "]"
///                | "[" e "for" name { "," name } "in" e "]"
///
/// Which symbol binds how tightly is read from the operators themselves (`InfixTable`). A newline
/// ends a statement unless a bracket is open or an operator or a comma came last.
struct Parser {
  /// The deepest nesting of brackets, signs, powers and blocks.
  static let deepestNesting = 200
  /// The most calls, indices and members in a row after one value.
  static let longestPostfix = 32

  /// The most complaints about one text; after so many the rest is not read.
  static let mostDiagnostics = 10

  var lexer: Lexer
  /// The token that has been looked at and not taken.
  var token: Token
  /// The token taken last.
  var last: Token
  /// Where the statement begins that is being read.
  var statementStart: UInt32
  /// The verb whose arguments are being read.
  var verb: String?
  /// Round and square brackets that are open; inside them a newline means nothing.
  var open: [Token] = []
  /// Blocks that are open.
  var openBraces = 0
  /// How deep the parser is inside brackets, signs and blocks.
  var depth = 0
  /// Whether the innermost bracket is a list, where a sign must not touch its number.
  var isInList = false
  /// How many brackets were open where the statement could not be read on.
  var depthOfTrouble: Int?
  /// What is wrong, in order.
  var diagnostics: [Diagnostic] = []
  /// Whether the text stopped in the middle of a statement, so that more lines would help.
  private(set) var isIncomplete = false

  init(_ text: SourceText, base: UInt32) {
    lexer = Lexer(text, base: base)
    token = lexer.next()
    last = Token(kind: .newline, range: SourceRange(start: base, end: base), spaceBefore: false)
    statementStart = base
  }

  /// The next statement that could be read; nil at the end of the text.
  mutating func next() -> Statement? {
    while true {
      skipSeparators()
      if token.kind == .end {
        takeLexerDiagnostics()
        return nil
      }
      do throws(Diagnostic) {
        let statement = try statement()
        try endOfStatement()
        if takeLexerDiagnostics() { continue }
        return statement
      } catch {
        if token.kind == .end, error.id != "invalid" { isIncomplete = true }
        if !takeLexerDiagnostics() { diagnostics.append(error) }
        if diagnostics.count >= Parser.mostDiagnostics { return nil }
        recover()
      }
    }
  }

  /// What was wrong since the last call; forgets it.
  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// Forgets warnings, which are given when the statement is run.
  mutating func dropWarnings() {
    diagnostics.removeAll { $0.severity != .error }
  }

  /// Moves what the lexer complained about to the parser's list; true if any of it is an error.
  @discardableResult private mutating func takeLexerDiagnostics() -> Bool {
    defer { lexer.diagnostics = [] }
    diagnostics += lexer.diagnostics
    return lexer.diagnostics.contains { $0.severity == .error }
  }

  mutating func skipSeparators() {
    while token.kind == .newline || token.kind == .symbol(.semicolon) { advance() }
  }

  private mutating func endOfStatement() throws(Diagnostic) {
    switch token.kind {
    case .newline, .end, .symbol(.semicolon): return
    default: throw unexpectedAfterStatement()
    }
  }

  /// Skips to the line after the statement that could not be read.
  private mutating func recover() {
    var level = open.count + openBraces
    open = []
    openBraces = 0
    isInList = false
    verb = nil
    depthOfTrouble = nil
    while token.kind != .end {
      if case .symbol(let symbol) = token.kind {
        if symbol.closer != nil { level += 1 }
        if symbol.isCloser { level = max(0, level - 1) }
      }
      if token.kind == .newline, level <= 0 { break }
      advance()
    }
    lexer.diagnostics = []
  }

  /// Takes the token looked at, and looks at the next.
  mutating func advance() {
    last = token
    repeat { token = lexer.next() } while token.kind == .newline && !open.isEmpty
  }

  /// Runs a part of the parser one level deeper, unless that is too deep.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < Parser.deepestNesting else {
      throw SyntaxProblem.tooDeep(Parser.deepestNesting).diagnostic(at: token.range)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
