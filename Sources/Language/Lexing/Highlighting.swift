public import Reporting

/// A program with each of its words in the style of what it is.
public func highlighted(_ program: String) -> StyledText {
  let source = SourceText(name: "", program)
  var lexer = Lexer(source, base: 1)
  var styled = StyledText()
  var place = 0
  var isFirst = true
  while true {
    let token = lexer.next()
    let start = Int(token.range.start) - 1
    let end = Int(max(token.range.end, token.range.start)) - 1
    // What lies between tokens is blanks and comments.
    if start > place { styled.add(source.text(place..<start), .muted) }
    place = max(place, end)
    if token.kind == .end { return styled }
    let words = source.text(start..<end)
    switch token.kind {
    case .number, .raised: styled.add(words, .number)
    case .name:
      let isWord = isFirst && (Verbs.isVerb(words) || statementWords.contains(words))
      styled.add(words, isWord ? .heading : .name)
    default: styled.add(words)
    }
    isFirst = [.newline, .symbol(.semicolon), .symbol(.openBrace)].contains(token.kind)
  }
}

private let statementWords: Set = ["input", "param", "net", "data", "for"]
