public import Reporting

/// A Markdown file with cells that run: a notebook, a lesson, or the task of an exercise.
public struct Notebook: Sendable {
  /// The file as it was read.
  public let source: SourceText
  /// What stands between the lines `---` at its beginning; nil if nothing does.
  public let frontMatter: FrontMatter?
  /// Its cells, from top to bottom.
  public let cells: [Cell]
  /// The words of its headings, from top to bottom.
  public let headings: [String]
  /// What its author should know: cells and outputs that stand where they mean nothing.
  public let warnings: [Diagnostic]
  /// What is wrong with its front matter, which only a lesson or an exercise needs.
  let frontMatterFaults: [Diagnostic]

  let lines: MarkdownLines

  /// The largest file that is read, in bytes; positions of the Markdown library are of 32 bits.
  public static let largest = 256 << 20

  /// What a warning is called that tells of a picture below a cell that asks for none.
  public static let strayPicture = "stray-picture"

  /// The texts that what is said about it refers to.
  public var sources: SourceMap { source.alone }

  /// Reads a file; throws everything that is wrong with its cells.
  public init(_ source: SourceText) throws(DocumentFault) {
    guard source.bytes.count <= Notebook.largest else {
      let diagnostic = Diagnostic(
        "document-too-large", "'\(source.name)' is too large: a document may have up to 256 MiB",
        at: .none)
      throw DocumentFault(source, [diagnostic])
    }
    var faults: [Diagnostic] = []
    let lines = MarkdownLines(source.bytes)
    let front = FrontMatterReader.read(source, lines) { faults.append($0) }
    let tree = MarkdownTree(Notebook.blanking(front?.bytes, in: source.bytes))
    var reader = CellReader(source, lines)
    for block in tree.blocks { reader.read(block) }
    reader.end()
    if !reader.diagnostics.isEmpty { throw DocumentFault(source, reader.diagnostics) }
    self.source = source
    self.lines = lines
    frontMatter = front?.matter
    frontMatterFaults = faults
    warnings = reader.warnings
    cells = reader.cells
    headings = reader.allHeadings
  }

  /// The folder it lies in; empty for the present one, and for what is no file.
  var folder: String {
    guard !source.name.hasPrefix("<") else { return "" }
    let path = source.name.split(separator: "/", omittingEmptySubsequences: false)
    return path.count == 2 && path[0].isEmpty ? "/" : path.dropLast().joined(separator: "/")
  }

  /// The text with spaces in place of its front matter.
  var blanked: [UInt8] { Notebook.blanking(frontMatter?.bytes, in: source.bytes) }

  /// The text with spaces in place of its front matter, so that every position holds.
  private static func blanking(_ front: Range<Int>?, in bytes: [UInt8]) -> [UInt8] {
    guard let front else { return bytes }
    var bytes = bytes
    for index in front
    where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
      bytes[index] = UInt8(ascii: " ")
    }
    return bytes
  }
}
