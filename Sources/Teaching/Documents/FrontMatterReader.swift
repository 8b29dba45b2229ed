import Reporting

/// Reads front matter: the part of YAML that lessons need, and nothing that YAML reads otherwise.
///
///     key: words            words, until ` #`; words with ": " or a sign before them need quotes
///     key: "words"          quotes as in JSON, or 'single' with '' for one
///     key: [a, "b"]         a list
///     key:                  a list or a map, further in
///       - a
///     key:
///       name: value
///
/// A value goes on in the lines below it that stand further in.
struct FrontMatterReader {
  private let source: SourceText
  private let lines: MarkdownLines
  private let last: Int
  private let tell: (Diagnostic) -> Void
  private var line = 2
  private var fields: [FrontMatter.Field] = []

  /// The front matter of a file and where it stands; nil if it has none.
  static func read(
    _ source: SourceText, _ lines: MarkdownLines, _ complain: (Diagnostic) -> Void
  ) -> (matter: FrontMatter, bytes: Range<Int>)? {
    /// Whether a line holds nothing but this sign, three times; the first may have a mark before.
    func isEnd(_ line: Int, _ sign: String) -> Bool {
      var bytes = source.bytes[lines.content(line)]
      if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      return bytes.starts(with: Array(repeatElement(sign, count: 3).joined().utf8))
        && bytes.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    guard lines.count > 1, isEnd(1, "-"),
      let last = (2...lines.count).first(where: { isEnd($0, "-") || isEnd($0, ".") })
    else { return nil }
    guard isFrontMatter(source, lines, before: last) else { return nil }
    let bytes = 0..<lines.content(last).upperBound
    return withoutActuallyEscaping(complain) { complain in
      var reader = FrontMatterReader(source, lines, before: last, complain)
      reader.readFields()
      return (FrontMatter(fields: reader.fields, bytes: bytes), bytes)
    }
  }

  /// Whether facts stand between two lines `---`: these may be lines across the page as well.
  ///
  /// Facts begin at once, the first with a key and a colon, and no block is fenced among them.
  private static func isFrontMatter(
    _ source: SourceText, _ lines: MarkdownLines, before last: Int
  ) -> Bool {
    let texts = (2..<max(last, 2)).map(lines.text)
    if let first = texts.first, first.allSatisfy(\.isWhitespace) { return false }
    if texts.contains(where: { $0.hasPrefix("```") || $0.hasPrefix("~~~") }) { return false }
    guard let first = texts.first(where: { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") })
    else { return true }
    let words = first.split(whereSeparator: \.isWhitespace)
    return first.hasPrefix("{") || first.hasPrefix("\"") || words.first?.last == ":"
  }

  private init(
    _ source: SourceText, _ lines: MarkdownLines, before last: Int,
    _ tell: @escaping (Diagnostic) -> Void
  ) {
    self.source = source
    self.lines = lines
    self.last = last
    self.tell = tell
  }

  private mutating func readFields() {
    while let first = nextLine() {
      line += 1
      guard first.indent == 0 else {
        complain("this line stands further in than a key does", first.content)
        continue
      }
      guard let (key, rest) = split(first.content) else {
        complain("a line of the front matter is 'key: value'", first.content)
        continue
      }
      if fields.contains(where: { $0.key.text == key.text }) {
        complain("the key '\(key.text)' stands here twice", first.content)
      }
      let value = rest.isEmpty ? nested() : scalarOrList(rest, under: 0)
      if let value { fields.append(FrontMatter.Field(key: key, value: value)) }
    }
  }

  // MARK: Lines

  /// The next line that holds something: how far in it stands, and its bytes.
  private mutating func nextLine() -> (indent: Int, content: Range<Int>)? {
    while line < last {
      let content = lines.content(line)
      let indent = source.bytes[content].prefix { $0 == UInt8(ascii: " ") }.count
      let start = content.lowerBound + indent
      if start < content.upperBound, source.bytes[start] == UInt8(ascii: "\t") {
        complain("a tab stands before this line; front matter is moved in by spaces", content)
      } else if start < content.upperBound, source.bytes[start] != UInt8(ascii: "#") {
        return (indent, start..<content.upperBound)
      }
      line += 1
    }
    return nil
  }

  /// `key: rest` in two; nil if it is something else.
  private func split(_ content: Range<Int>) -> (key: FrontMatter.Scalar, rest: Range<Int>)? {
    let bytes = source.bytes
    let key = bytes[content].prefix { byte in
      byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    let colon = key.endIndex
    guard !key.isEmpty, colon < content.upperBound, bytes[colon] == UInt8(ascii: ":"),
      colon + 1 == content.upperBound || bytes[colon + 1] == UInt8(ascii: " ")
    else { return nil }
    let name = FrontMatter.Scalar(
      text: source.text(content.lowerBound..<colon),
      range: source.range(content.lowerBound..<colon))
    let spaces = bytes[colon + 1..<content.upperBound].prefix { $0 == UInt8(ascii: " ") }.count
    var rest = min(colon + 1 + spaces, content.upperBound)..<content.upperBound
    if let first = bytes[rest].first, first == UInt8(ascii: "#") {
      rest = rest.upperBound..<rest.upperBound
    }
    return (name, rest)
  }

  // MARK: Values

  /// The list or map below a key that has nothing on its own line.
  private mutating func nested() -> FrontMatter.Value? {
    var list: [FrontMatter.Scalar] = []
    var map: [(key: FrontMatter.Scalar, value: FrontMatter.Scalar)] = []
    while let next = nextLine() {
      let isItem = source.text(next.content).hasPrefix("- ")
      guard next.indent > 0 || isItem else { break }
      line += 1
      if isItem, map.isEmpty {
        let item = next.content.lowerBound + 2..<next.content.upperBound
        if let scalar = scalar(item, under: next.indent) { list.append(scalar) }
      } else if list.isEmpty, let (key, rest) = split(next.content) {
        if let scalar = scalar(rest, under: next.indent) { map.append((key, scalar)) }
      } else {
        complain("below a key stand lines '- item', or lines 'key: value'", next.content)
      }
    }
    return map.isEmpty ? .list(list) : .map(map)
  }

  private mutating func scalarOrList(_ start: Range<Int>, under indent: Int) -> FrontMatter.Value? {
    guard source.bytes[start.lowerBound] == UInt8(ascii: "[") else {
      return scalar(start, under: indent).map { .scalar($0) }
    }
    let text = wholeText(start, under: indent)
    do throws(FrontMatterWords.Problem) {
      let items = try FrontMatterWords.list(text)
      return .list(items.map { FrontMatter.Scalar(text: $0, range: source.range(start)) })
    } catch {
      complain(error.message, start)
      return nil
    }
  }

  private mutating func scalar(_ start: Range<Int>, under indent: Int) -> FrontMatter.Scalar? {
    let text = wholeText(start, under: indent)
    do throws(FrontMatterWords.Problem) {
      return FrontMatter.Scalar(
        text: try FrontMatterWords.scalar(text), range: source.range(start))
    } catch {
      complain(error.message, start)
      return nil
    }
  }

  /// The words of a value with those of the lines below that stand further in.
  private mutating func wholeText(_ start: Range<Int>, under indent: Int) -> String {
    var text = source.text(start)
    while line < last, !lines.isBlank(line) {
      let content = lines.content(line)
      let spaces = source.bytes[content].prefix { $0 == UInt8(ascii: " ") }.count
      guard spaces > indent else { break }
      text += " " + source.text(content.lowerBound + spaces..<content.upperBound)
      line += 1
    }
    return text
  }

  private func complain(_ message: String, _ bytes: Range<Int>) {
    tell(Diagnostic("front-matter", message, at: source.range(bytes)))
  }
}
