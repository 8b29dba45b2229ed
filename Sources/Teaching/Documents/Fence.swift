/// A fenced code block at document level, with every place that may have to be rewritten.
struct Fence: Sendable {
  /// The line of the opening fence, from 1.
  let opening: Int
  /// The line of the closing fence; nil where the block goes on to the end of the text.
  let closing: Int?
  /// The spaces before the opening fence, 0 to 3; as many are no part of the lines below.
  let indent: Int
  /// A backtick or a tilde.
  let character: UInt8
  /// How many of them open the block.
  let length: Int
  /// The bytes of the opening and of the closing run.
  let runs: [Range<Int>]
  /// The bytes of what follows the opening run on its line.
  let info: Range<Int>
  /// The bytes between the fence lines.
  let body: Range<Int>
  /// The bytes from the opening line to the closing line, both with their line breaks.
  let whole: Range<Int>

  /// The fence whose block begins and ends in these lines; nil if no fence stands there.
  init?(from first: Int, to last: Int, in lines: MarkdownLines, of bytes: [UInt8]) {
    guard let start = Fence.run(in: lines.content(first), of: bytes, skippingMark: first == 1),
      start.run.count >= 3
    else { return nil }
    opening = first
    indent = start.indent
    character = bytes[start.run.lowerBound]
    length = start.run.count
    info = start.run.upperBound..<lines.content(first).upperBound
    var end: Range<Int>?
    if last > first, let run = Fence.run(in: lines.content(last), of: bytes)?.run,
      run.count >= length, bytes[run.lowerBound] == character,
      bytes[run.upperBound..<lines.content(last).upperBound].allSatisfy(Fence.isBlank)
    {
      end = run
    }
    closing = end == nil ? nil : last
    runs = [start.run] + (end.map { [$0] } ?? [])
    let bodyStart = lines.whole(first).upperBound
    body = bodyStart..<(end == nil ? bytes.count : lines.whole(last).lowerBound)
    whole =
      lines.whole(first).lowerBound..<(end == nil ? bytes.count : lines.whole(last).upperBound)
  }

  /// The last line of the block.
  func lastLine(of lines: MarkdownLines) -> Int { closing ?? max(opening, lines.count) }

  /// The lines between the fences, without the spaces that belong to an indented fence.
  func bodyLines(of lines: MarkdownLines) -> [String] {
    let end = closing ?? lines.count + 1
    guard opening + 1 < end else { return [] }
    return (opening + 1..<end).map { line in
      let text = lines.text(line)
      let spaces = min(text.utf8.prefix { $0 == UInt8(ascii: " ") }.count, indent)
      return spaces == 0 ? text : String(decoding: text.utf8.dropFirst(spaces), as: UTF8.self)
    }
  }

  /// The first line between its fences that looks like the beginning of another block, if any does.
  ///
  /// An end that was forgotten lets a block go on to that of the next.
  ///
  /// What is written here between fences never has so long a run of their sign.
  func beginning(in lines: MarkdownLines, of bytes: [UInt8]) -> Int? {
    let end = closing ?? lines.count + 1
    return (min(opening + 1, end)..<end).first { line in
      guard let (indent, run) = Fence.run(in: lines.content(line), of: bytes),
        indent < 4, run.count >= 3
      else { return false }
      let rest = bytes[run.upperBound..<lines.content(line).upperBound].drop(while: Fence.isBlank)
      return bytes[run.lowerBound] == character
        ? run.count >= length && !rest.isEmpty : rest.starts(with: "gradus".utf8)
    }
  }

  private static func run(
    in line: Range<Int>, of bytes: [UInt8], skippingMark: Bool = false
  ) -> (indent: Int, run: Range<Int>)? {
    var start = line.lowerBound
    // A byte order mark is no part of the first line.
    if skippingMark, bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    let indent = bytes[start..<line.upperBound].prefix { $0 == UInt8(ascii: " ") }.count
    start += indent
    guard start < line.upperBound, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(bytes[start])
    else { return nil }
    let run = bytes[start..<line.upperBound].prefix { $0 == bytes[start] }
    return (indent, run.startIndex..<run.endIndex)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
