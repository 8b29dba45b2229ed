import CMarkdown
import Reporting

/// Finds the cells among the blocks of a document, and the output and the picture each has.
struct CellReader {
  private(set) var cells: [Cell] = []
  private(set) var diagnostics: [Diagnostic] = []
  var warnings: [Diagnostic] = []
  private(set) var allHeadings: [String] = []

  let source: SourceText
  let lines: MarkdownLines
  /// Where the plots of the document lie, as the target of a link.
  private let folder: String?
  /// The headings that the present block stands under.
  private var headings: [(level: Int, words: String)] = []
  /// What the block before was, if it was a cell or belongs to one.
  private var before: Part?
  /// The last line of that block.
  private var lastLine = 0
  /// Whether the last block between fences was a cell without an output.
  private var isOutputMissing = false
  private var labels: Set<String> = []
  /// Pictures below a cell that are not the cell's.
  private(set) var strays: [(picture: RecordedPicture, below: Cell)] = []

  private enum Part { case cell, output, picture }

  init(_ source: SourceText, _ lines: MarkdownLines) {
    self.source = source
    self.lines = lines
    folder = Notebook.pictureFolder(of: source).map(CellPicture.encoded)
  }

  /// Looks at the next block.
  mutating func read(_ block: MarkdownTree.Node) {
    let part = before.flatMap { isRightBelow(block) ? $0 : nil }
    before = nil
    if part != nil, addPicture(block) { return }
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
      read(fence, after: part)
    case "list", "block_quote": lookForCells(in: block)
    default: break
    }
  }

  private mutating func read(_ fence: Fence, after part: Part?) {
    let info = source.text(fence.info)
    let word = info.split { $0 == " " || $0 == "\t" }.first.map(String.init) ?? ""
    if word == "gradus" {
      add(fence)
    } else if word == "output", part == .cell {
      addOutput(fence)
    } else if word == "output", isOutputMissing || part == .output {
      if part == .output, let last = cells.indices.last { cells[last].isBeforeOutput = true }
      tellOfOutput(fence)
    } else if word.hasPrefix("gradus"), CellReader.isSign(word.dropFirst(6).first) {
      diagnostics.append(
        Diagnostic(
          "cell-attribute", "attributes stand after a space: 'gradus label=…'",
          at: source.range(fence.info)))
    } else {
      isOutputMissing = false
    }
  }

  /// Whether nothing but blank lines stands between the block before and this one.
  ///
  /// The definition of a link's target is no block, but it stands between.
  private func isRightBelow(_ block: MarkdownTree.Node) -> Bool {
    let first = MarkdownTree.lines(of: block).first
    return lastLine < first && ((lastLine + 1)..<first).allSatisfy { lines.isBlank($0) }
  }

  private mutating func goOn(_ part: Part, to line: Int?) {
    guard let line else { return }
    (before, lastLine) = (part, line)
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
    isOutputMissing = true
    goOn(.cell, to: fence.closing)
  }

  /// Takes a block for the picture of the cell before it, or for one that stands there by mistake;
  /// false if it is neither.
  private mutating func addPicture(_ block: MarkdownTree.Node) -> Bool {
    guard let cell = cells.last, let picture = RecordedPicture(block, in: lines, folder: folder)
    else { return false }
    if picture.target == nil, !isWhole(picture) { return true }
    if let old = cell.picture {
      if let both = old.joined(with: picture, in: lines) {
        replaceLast(output: cell.output, picture: both)
      } else {
        strays.append((picture, cell))
      }
    } else if picture.isAsked(by: cell.attributes) {
      replaceLast(output: cell.output, picture: picture)
    } else {
      strays.append((picture, cell))
    }
    goOn(.picture, to: picture.closing)
    return true
  }

  /// Whether a block of Mermaid has an end of its own; complains if not.
  private mutating func isWhole(_ picture: RecordedPicture) -> Bool {
    guard
      let fence = Fence(from: picture.opening, to: picture.closing, in: lines, of: source.bytes)
    else { return false }
    return isWhole(fence, "picture")
  }

  /// Whether a block ends where it should; complains if not, for it would be written over.
  private mutating func isWhole(_ fence: Fence, _ noun: String) -> Bool {
    let next = fence.beginning(in: lines, of: source.bytes)
    if next == nil, fence.closing != nil { return true }
    let mark = String(repeating: String(Unicode.Scalar(fence.character)), count: fence.length)
    let words = next.map { "the end of this \(noun) is missing: line \($0) begins another block" }
    diagnostics.append(
      Diagnostic(
        "unclosed-\(noun)", words ?? "the end of this \(noun) is missing",
        at: source.range(lines.content(fence.opening)),
        notes: ["write '\(mark)' below its last line"]))
    return false
  }

  private mutating func addOutput(_ fence: Fence) {
    guard let cell = cells.last, isWhole(fence, "output") else { return }
    replaceLast(output: fence, picture: cell.picture)
    isOutputMissing = false
    goOn(.output, to: fence.closing)
  }

  private mutating func replaceLast(output: Fence?, picture: RecordedPicture?) {
    guard let cell = cells.last else { return }
    cells[cells.count - 1] = Cell(
      number: cell.number, program: cell.program, attributes: cell.attributes,
      headings: cell.headings, line: cell.line, recorded: output?.bodyLines(of: lines),
      fence: cell.fence, output: output, picture: picture)
  }

  private static func isSign(_ character: Character?) -> Bool {
    character.map { "{,:;=[(".contains($0) } ?? false
  }

  private func text(_ fence: Fence) -> String {
    fence.bodyLines(of: lines).map { $0 + "\n" }.joined()
  }
}
