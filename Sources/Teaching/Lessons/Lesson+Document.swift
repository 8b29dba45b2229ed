import Language
public import Reporting

extension Lesson {
  /// The whole lesson to read: its prose, its cells and what they print, and where its exercises are.
  public var document: Document {
    var document = Document()
    for part in screens.flatMap(\.parts) {
      if !document.blocks.isEmpty { document.addSpace() }
      switch part {
      case .prose(let prose): document.add(prose)
      case .cell(let cell): if !cell.attributes.isHidden { document.add(cell.document) }
      case .exercise(let name):
        document.add(StyledText("Exercise ", .heading) + StyledText("\(self.name)/\(name)", .name))
      }
    }
    return document
  }
}

extension Cell {
  /// The cell to read: its program, and what it printed when it was recorded.
  public var document: Document { document(printing: recorded ?? []) }

  /// The cell to read, with these lines as what it printed.
  func document(printing lines: [String]) -> Document {
    var document = Document()
    func add(_ text: StyledText, _ mark: String) {
      let before = StyledText(mark, .muted)
      document.add(Paragraph(text, first: before, rest: before, isVerbatim: true))
    }
    add(highlighted(program.droppingLastBreak), "> ")
    if !lines.isEmpty { add(StyledText(lines.joined(separator: "\n")), "  ") }
    return document
  }
}

extension String {
  fileprivate var droppingLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
