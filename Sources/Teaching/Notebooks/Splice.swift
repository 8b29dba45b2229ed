import Reporting

/// Writes outputs between the fence lines of a document, and leaves every other byte as it is.
struct Splice {
  private let notebook: Notebook
  /// What replaces which bytes, from the first to the last.
  private var edits: [(range: Range<Int>, text: String)] = []
  /// The cell that was last given an end of its own.
  private var closed: Int?

  init(_ notebook: Notebook) {
    self.notebook = notebook
  }

  /// The document with everything that was recorded.
  var bytes: [UInt8] {
    let old = notebook.source.bytes
    guard !edits.isEmpty else { return old }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(old.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var place = 0
    for edit in edits {
      Splice.append(old[place..<edit.range.lowerBound], to: &bytes)
      Splice.append(Array(edit.text.utf8)[...], to: &bytes)
      place = edit.range.upperBound
    }
    Splice.append(old[place...], to: &bytes)
    return bytes
  }

  /// Adds bytes so that the break of the line before and a break they begin with stay two.
  private static func append(_ new: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    if bytes.last == UInt8(ascii: "\r"), new.first == UInt8(ascii: "\n") {
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += new
  }

  /// Puts lines in the place of a cell's output; cells come in their order.
  ///
  /// A cell that prints nothing has no output block.
  mutating func record(_ lines: [String], for cell: Cell) {
    if let output = cell.output {
      lines.isEmpty ? remove(output, of: cell) : replace(output, with: lines)
    } else if !lines.isEmpty {
      if cell.fence.closing == nil { closed = cell.number }
      insert(lines, after: cell.fence)
    }
  }

  /// Puts lines in the place of a cell's picture, after its output was recorded.
  mutating func record(picture lines: [String], for cell: Cell) {
    let lineBreak = notebook.lines.lineBreak(cell.fence.opening)
    let text = lines.map { $0 + lineBreak }.joined()
    if let picture = cell.picture { return edit(picture.whole, text) }
    let block = cell.output ?? cell.fence
    let end = block.whole.upperBound
    let last = end > 0 ? notebook.source.bytes[end - 1] : UInt8(ascii: "\n")
    let hasBreak = last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r")
    var start = hasBreak ? "" : lineBreak
    // A picture would be part of a cell that goes on to the end of the text.
    if block.closing == nil, closed != cell.number {
      start += String(repeating: " ", count: block.indent)
      start += String(repeating: block.mark, count: block.length) + lineBreak
    }
    // Words right below an image would be of its paragraph, and a rule would make it a heading.
    let next = (block.closing ?? notebook.lines.count) + 1
    let isLast = next > notebook.lines.count || notebook.lines.isBlank(next)
    edit(end..<end, start + lineBreak + text + (isLast ? "" : lineBreak))
  }

  private mutating func remove(_ output: Fence, of cell: Cell) {
    // Below a cell without one, the next would be taken for its output.
    if cell.isBeforeOutput { return edit(output.body, "") }
    edit(cell.fence.whole.upperBound..<output.whole.upperBound, "")
  }

  private mutating func replace(_ output: Fence, with lines: [String]) {
    let length = max(output.length, Splice.longestRun(of: output.character, in: lines) + 1)
    let run = String(repeating: output.mark, count: length)
    if length > output.length { edit(output.runs[0], run) }
    let lineBreak = notebook.lines.lineBreak(output.opening)
    edit(output.body, Splice.body(lines, indent: output.indent, lineBreak))
    if length > output.length, output.runs.count > 1 { edit(output.runs[1], run) }
  }

  private mutating func insert(_ lines: [String], after fence: Fence) {
    let lineBreak = notebook.lines.lineBreak(fence.opening)
    let indent = String(repeating: " ", count: fence.indent)
    let bytes = notebook.source.bytes
    let end = fence.whole.upperBound
    let hasBreak =
      end > 0 && (bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r"))
    var text = hasBreak ? "" : lineBreak
    if fence.closing == nil {
      text += indent + String(repeating: fence.mark, count: fence.length) + lineBreak
    }
    let length = max(3, Splice.longestRun(of: fence.character, in: lines) + 1)
    let run = indent + String(repeating: fence.mark, count: length)
    text += lineBreak + run + "output" + lineBreak
    text += Splice.body(lines, indent: fence.indent, lineBreak) + run
    if hasBreak { text += lineBreak }
    edit(end..<end, text)
  }

  private mutating func edit(_ range: Range<Int>, _ text: String) { edits.append((range, text)) }

  private static func body(_ lines: [String], indent: Int, _ lineBreak: String) -> String {
    let spaces = String(repeating: " ", count: indent)
    return lines.map { ($0.isEmpty ? "" : spaces + $0) + lineBreak }.joined()
  }

  /// The longest run of one sign in some lines.
  static func longestRun(of sign: UInt8, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == sign ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }
}

extension Fence {
  /// The sign of the fence.
  fileprivate var mark: String { String(Unicode.Scalar(character)) }
}
