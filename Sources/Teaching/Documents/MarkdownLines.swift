/// The lines of a text as CommonMark counts them: ended by a line feed, a carriage return, or both.
struct MarkdownLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins, and at the end the length of the text.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if isEnd { starts.append(index + 1) }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// How many lines there are.
  var count: Int { starts.count - 1 }

  /// The bytes of a line, counted from 1, with its line break; empty beyond the last.
  func whole(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= count else { return bytes.count..<bytes.count }
    return starts[line - 1]..<starts[line]
  }

  /// The bytes of a line without its line break.
  func content(_ line: Int) -> Range<Int> {
    let whole = whole(line)
    var end = whole.upperBound
    while end > whole.lowerBound, Self.isBreak(bytes[end - 1]) { end -= 1 }
    return whole.lowerBound..<end
  }

  /// The words of a line without its line break.
  func text(_ line: Int) -> String { String(decoding: bytes[content(line)], as: UTF8.self) }

  /// The line break of a line; that of the first line of the text if it has none.
  func lineBreak(_ line: Int) -> String {
    for line in [line, 1] {
      let end = bytes[content(line).upperBound..<whole(line).upperBound]
      if !end.isEmpty { return String(decoding: end, as: UTF8.self) }
    }
    return "\n"
  }

  /// Whether a line holds nothing but spaces and tabs.
  func isBlank(_ line: Int) -> Bool {
    bytes[content(line)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
