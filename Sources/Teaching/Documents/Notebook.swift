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

  let lines: MarkdownLines

  /// The largest file that is read, in bytes; positions of the Markdown library are of 32 bits.
  public static let largest = 256 << 20

  /// Reads a file; throws everything that is wrong with its front matter and its cells.
  public init(_ source: SourceText) throws(DocumentFault) {
    guard source.bytes.count <= Notebook.largest else {
      let diagnostic = Diagnostic(
        "document-too-large", "'\(source.name)' is too large: a document may have up to 256 MiB",
        at: .none)
      throw DocumentFault(source, [diagnostic])
    }
    var diagnostics: [Diagnostic] = []
    let lines = MarkdownLines(source.bytes)
    let front = FrontMatterReader.read(source, lines) { diagnostics.append($0) }
    let tree = MarkdownTree(Notebook.blanking(front?.bytes, in: source.bytes))
    var reader = CellReader(source, lines)
    for block in tree.blocks { reader.read(block) }
    diagnostics += reader.diagnostics
    if !diagnostics.isEmpty { throw DocumentFault(source, diagnostics) }
    self.source = source
    self.lines = lines
    frontMatter = front?.matter
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
