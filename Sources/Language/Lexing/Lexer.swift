import Reporting

/// Reads one token after another from a text, without ever holding more than one.
///
/// What it cannot read becomes a diagnostic and an `invalid` token, and it carries on.
struct Lexer {
  let text: SourceText
  /// The position of the text's first byte in the session's `SourceMap`.
  let base: UInt32
  /// The place of the next byte.
  var offset = 0
  /// What could not be read, in order.
  var diagnostics: [Diagnostic] = []

  init(_ text: SourceText, base: UInt32) {
    self.text = text
    self.base = base
    if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next token.
  mutating func next() -> Token {
    let start = offset
    skipBlanks()
    let spaceBefore = offset > start || start == 0
    guard offset < text.bytes.count else { return token(.end, from: offset, spaceBefore) }
    let first = offset
    let byte = text.bytes[first]
    switch byte {
    case UInt8(ascii: "\n"):
      offset += 1
      return token(.newline, from: first, spaceBefore)
    case UInt8(ascii: "\""):
      return string(from: first, spaceBefore)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return number(from: first, spaceBefore)
    case UInt8(ascii: ".") where isDigit(at: first + 1):
      return number(from: first, spaceBefore)
    default:
      if Lexer.startsName(byte) || byte >= 0x80 { return name(from: first, spaceBefore) }
      return symbol(from: first, spaceBefore)
    }
  }

  /// The words of a range of this text.
  func words(_ range: SourceRange) -> String {
    text.text(Int(range.start - base)..<Int(range.end - base))
  }

  func token(_ kind: Token.Kind, from start: Int, _ spaceBefore: Bool) -> Token {
    Token(kind: kind, range: range(start, offset), spaceBefore: spaceBefore)
  }

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(start: base + UInt32(clamping: start), end: base + UInt32(clamping: end))
  }

  mutating func report(_ problem: SyntaxProblem, from start: Int) {
    diagnostics.append(problem.diagnostic(at: range(start, offset)))
  }

  func isDigit(at place: Int) -> Bool {
    place < text.bytes.count
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text.bytes[place])
  }

  private mutating func skipBlanks() {
    while offset < text.bytes.count {
      switch text.bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "#"):
        while offset < text.bytes.count, text.bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      default: return
      }
    }
  }

  /// Symbols by their byte, where no longer symbol begins with it: most of a program's, at once.
  private static let short: [Symbol?] = {
    var table = [Symbol?](repeating: nil, count: 256)
    for symbol in Symbol.allCases where symbol.rawValue.utf8.count == 1 {
      let longer = Symbol.allCases.map(\.rawValue) + ForeignSymbols.remedies.keys
      guard let byte = symbol.rawValue.utf8.first,
        !longer.contains(where: { $0.utf8.count > 1 && $0.utf8.first == byte })
      else { continue }
      table[Int(byte)] = symbol
    }
    return table
  }()

  private mutating func symbol(from start: Int, _ spaceBefore: Bool) -> Token {
    if let symbol = Lexer.short[Int(text.bytes[start])] {
      offset = start + 1
      return token(.symbol(symbol), from: start, spaceBefore)
    }
    for length in [2, 1] where start + length <= text.bytes.count {
      let words = String(decoding: text.bytes[start..<start + length], as: UTF8.self)
      if let remedy = ForeignSymbols.remedies[words] {
        offset = start + length
        if words == "'", let content = singleQuoted() {
          report(.singleQuotes(content), from: start)
        } else {
          report(.foreignSymbol(words, remedy), from: start)
        }
        return token(.invalid, from: start, spaceBefore)
      }
      if let symbol = Symbol(rawValue: words) {
        offset = start + length
        return token(.symbol(symbol), from: start, spaceBefore)
      }
    }
    offset = start + 1
    report(.unknownCharacter(words(range(start, offset))), from: start)
    return token(.invalid, from: start, spaceBefore)
  }

  /// The rest of a text in single quotes, which is taken; nil if no quote closes it on its line.
  private mutating func singleQuoted() -> String? {
    var end = offset
    while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "\n") {
      if text.bytes[end] == UInt8(ascii: "'") {
        defer { offset = end + 1 }
        return text.text(offset..<end)
      }
      end += 1
    }
    return nil
  }

  private mutating func string(from start: Int, _ spaceBefore: Bool) -> Token {
    offset = start + 1
    while offset < text.bytes.count, text.bytes[offset] != UInt8(ascii: "\n") {
      if text.bytes[offset] == UInt8(ascii: "\"") {
        let content = text.bytes[start + 1..<offset]
        offset += 1
        guard let words = String(validating: content, as: UTF8.self) else {
          report(.invalidUTF8(content.first { $0 >= 0x80 } ?? 0), from: start)
          return token(.invalid, from: start, spaceBefore)
        }
        return token(.string(words), from: start, spaceBefore)
      }
      offset += 1
    }
    report(.unclosedString, from: start)
    return token(.invalid, from: start, spaceBefore)
  }

  static func startsName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
  }

  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
