import CMarkdown
import Reporting

/// Finds the cells among the blocks of a document, and the output each has.
struct CellReader {
  private(set) var cells: [Cell] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var allHeadings: [String] = []

  private let source: SourceText
  private let lines: MarkdownLines
  /// The headings that the present block stands under.
  private var headings: [(level: Int, words: String)] = []
  /// Whether the block before was a cell, which an output may follow.
  private var isAfterCell = false
  /// The last line of the cell and of what belongs to it, if the block before was of these.
  private var lastLine: Int?
  private var labels: Set<String> = []

  init(_ source: SourceText, _ lines: MarkdownLines) {
    self.source = source
    self.lines = lines
  }

  /// Looks at the next block.
  mutating func read(_ block: MarkdownTree.Node) {
    let wasAfterCell = isAfterCell
    isAfterCell = false
    let end = lastLine
    lastLine = nil
    if let end, addPicture(block, after: end) { return }
    switch MarkdownTree.kind(of: block) {
    case "heading":
      let level = Int(cmark_node_get_heading_level(block))
      headings.removeAll { $0.level >= level }
      let words = MarkdownTree.words(of: block)
      headings.append((level, words))
      allHeadings.append(words)
    case "code_block":
      let (first, last) = MarkdownTree.lines(of: block)
      guard MarkdownTree.isFenced(block),
        let fence = Fence(from: first, to: last, in: lines, of: source.bytes)
      else { return }
      let info = source.text(fence.info)
      let word = info.split { $0 == " " || $0 == "\t" }.first.map(String.init) ?? ""
      if word == "gradus" {
        add(fence)
      } else if word == "output", wasAfterCell {
        addOutput(fence)
      } else if word.hasPrefix("gradus"), CellReader.isSign(word.dropFirst(6).first) {
        diagnostics.append(
          Diagnostic(
            "cell-attribute", "attributes stand after a space: 'gradus label=…'",
            at: source.range(fence.info)))
      }
    default: break
    }
  }

  private mutating func add(_ fence: Fence) {
    let word = source.bytes[fence.info].firstIndex(of: UInt8(ascii: "g")) ?? fence.info.lowerBound
    let words = min(word + 6, fence.info.upperBound)..<fence.info.upperBound
    let attributes = CellAttributes(reading: words, of: source) { diagnostics.append($0) }
    if let label = attributes.label, !labels.insert(label).inserted {
      diagnostics.append(
        Diagnostic(
          "doubled-label", "another cell has the label '\(label)' already", at: source.range(words))
      )
    }
    cells.append(
      Cell(
        number: cells.count + 1, program: text(fence), attributes: attributes,
        headings: headings.map(\.words), line: fence.opening, recorded: nil, fence: fence,
        output: nil, picture: nil))
    isAfterCell = fence.closing != nil
    lastLine = fence.closing
  }

  /// Takes a block for the picture of the cell before it; false if it is none.
  private mutating func addPicture(_ block: MarkdownTree.Node, after end: Int) -> Bool {
    guard let cell = cells.last, let picture = RecordedPicture(block, of: cell, in: lines),
      ((end + 1)..<picture.opening).allSatisfy({ lines.isBlank($0) })
    else { return false }
    cells[cells.count - 1] = Cell(
      number: cell.number, program: cell.program, attributes: cell.attributes,
      headings: cell.headings, line: cell.line, recorded: cell.recorded,
      fence: cell.fence, output: cell.output, picture: picture)
    return true
  }

  private mutating func addOutput(_ fence: Fence) {
    guard let cell = cells.last, let end = cell.fence.closing,
      // The definition of a link's target is no block; the output stands somewhere else then.
      ((end + 1)..<fence.opening).allSatisfy({ lines.isBlank($0) })
    else { return }
    cells[cells.count - 1] = Cell(
      number: cell.number, program: cell.program, attributes: cell.attributes,
      headings: cell.headings, line: cell.line, recorded: fence.bodyLines(of: lines),
      fence: cell.fence, output: fence, picture: nil)
    lastLine = fence.closing
  }

  private static func isSign(_ character: Character?) -> Bool {
    character.map { "{,:;=[(".contains($0) } ?? false
  }

  private func text(_ fence: Fence) -> String {
    fence.bodyLines(of: lines).map { $0 + "\n" }.joined()
  }
}
