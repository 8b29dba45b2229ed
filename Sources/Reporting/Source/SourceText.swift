/// One piece of program text: a file, standard input, or what was typed at a prompt.
///
/// The text is kept as bytes, because a million-line program must fit in memory and because
/// positions are byte offsets everywhere until a person has to read one.
public struct SourceText: Sendable {
  /// What a diagnostic calls this text: a path, `<stdin>`, or `<input 3>`.
  public let name: String
  /// The text as UTF-8; where the input was not UTF-8, the offending bytes as they came.
  public let bytes: [UInt8]

  /// A text from bytes that may or may not be valid UTF-8.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text from a string.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text between two byte offsets; bytes that are not UTF-8 become U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Line and column of a byte offset, both from 1; a column counts Unicode scalars.
  public func position(of offset: Int) -> Position {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
    }
    let column = bytes[lineStart..<end].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
    return Position(line: line, column: column)
  }

  /// The byte range of the line that holds an offset, without its line break.
  public func lineRange(around offset: Int) -> Range<Int> {
    let place = min(max(offset, 0), bytes.count)
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// A place a person can find: line and column, both from 1.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int
  }
}
