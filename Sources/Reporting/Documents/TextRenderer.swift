/// Lays documents out for a terminal or a text file.
///
/// The only way from a `Document` to text: foreign text is made harmless here, symbols are replaced
/// here where only ASCII may be shown, and nothing is cut off to make it fit.
public struct TextRenderer: Sendable {
  /// The columns a line should not exceed; a longer word does, rather than being broken.
  public var width: Int
  /// Whether styles become terminal colours.
  public var color: Bool
  /// Whether everything outside ASCII is replaced.
  public var ascii: Bool

  /// A renderer, by default for plain text of 80 columns.
  public init(width: Int = 80, color: Bool = false, ascii: Bool = false) {
    self.width = width
    self.color = color
    self.ascii = ascii
  }

  /// A document as text, each line ended by a line break.
  public func text(_ document: Document) -> String {
    var output = ""
    for block in document.blocks {
      if case .line(let line, let indent) = block, writeSimply(line, indent, to: &output) {
        continue
      }
      for line in lines(of: block) {
        output += Palette.text(line, color: color) + "\n"
      }
    }
    return output
  }

  /// Writes a line that needs no care: without colour, of everyday characters, and short enough.
  ///
  /// Nearly all lines of a pass of a million steps are like that. Otherwise writes nothing.
  private func writeSimply(_ line: StyledText, _ indent: Int, to output: inout String) -> Bool {
    guard !color, !ascii, let last = line.spans.last?.text.utf8.last, last != 0x20 else {
      return false
    }
    let indent = allowedIndent(indent)
    var room = width - indent
    for span in line.spans {
      for scalar in span.text.unicodeScalars {
        guard scalar.value >= 0x20 && scalar.value < 0x7F || scalar.isPlain else { return false }
        room -= 1
      }
    }
    guard room >= 0 else { return false }
    for _ in 0..<indent { output += " " }
    for span in line.spans { output += span.text }
    output += "\n"
    return true
  }

  /// One line as text, wrapped where it is too long, without a line break at its end.
  public func text(_ line: StyledText) -> String {
    lines(line, indent: 0).map { Palette.text($0, color: color) }.joined(separator: "\n")
  }

  private func lines(of block: Document.Block) -> [StyledText] {
    switch block {
    case .line(let line, let indent): lines(line, indent: indent)
    case .table(let table): lines(of: table)
    case .paragraph(let paragraph): lines(of: paragraph)
    }
  }

  private func lines(_ line: StyledText, indent: Int) -> [StyledText] {
    let indent = allowedIndent(indent)
    return prepared(line)
      .flatMap { $0.wrapped(to: width - indent, hanging: 2) }
      .map { $0.indented(by: indent) }
  }

  /// The text as it may be shown: harmless, in ASCII if need be, without tabs, line by line.
  func prepared(_ text: StyledText) -> [StyledText] {
    var safe = text
    for index in safe.spans.indices {
      safe.spans[index].text = safe.spans[index].text.sanitized
    }
    if ascii {
      for (index, piece) in AsciiFallback.pieces(safe.spans.map(\.text)).enumerated() {
        safe.spans[index].text = piece
      }
    }
    return safe.linesWithoutTabs
  }

  /// An indent that leaves at least half of the page.
  func allowedIndent(_ indent: Int) -> Int {
    min(max(indent, 0), max(width / 2, 0))
  }
}
