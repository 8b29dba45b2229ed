import CMarkdown
import Reporting

/// What an author is told of that stands where it means nothing.
extension CellReader {
  /// Tells of pictures that are not those of their cells, which only the end of the document decides.
  mutating func end() {
    let names = cells.filter { $0.attributes.plot != nil }.map(CellPicture.name)
    for (picture, cell) in strays {
      let name = picture.target?.split(separator: "/").last.map(String.init)
      // The plot of another cell may be shown a second time.
      if let name, name != CellPicture.name(of: cell), names.contains(name) { continue }
      let word = picture.target == nil ? "draw=" : "plot="
      warnings.append(
        warning(
          Notebook.strayPicture,
          "this picture was made here, and is not that of cell \(cell.number)",
          at: picture.opening, "delete it, or ask for it with '\(word)' behind ```gradus"))
    }
    warnings.sort { $0.range.start < $1.range.start }
  }

  /// Tells of cells inside of another block, which do not run.
  mutating func lookForCells(in block: MarkdownTree.Node) {
    let noun = MarkdownTree.kind(of: block) == "list" ? "list" : "quotation"
    for child in MarkdownTree.codeBlocks(in: block) where MarkdownTree.isFenced(child) {
      let info = cmark_node_get_fence_info(child).map { String(cString: $0) } ?? ""
      guard info == "gradus" || info.hasPrefix("gradus ") else { continue }
      warnings.append(
        warning(
          "nested-cell", "this cell stands inside of a \(noun), where it does not run",
          at: MarkdownTree.lines(of: child).first,
          "put it at the margin; if it only shows how a cell looks, write ```text"))
    }
  }

  /// Tells of an output that is not right below its cell.
  mutating func tellOfOutput(_ fence: Fence) {
    warnings.append(
      warning(
        "stray-output", "this output belongs to no cell, and nobody compares it", at: fence.opening,
        "one stands right below its cell, with nothing but blank lines between"))
  }

  private func warning(
    _ id: String, _ message: String, at line: Int, _ remedy: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, id, message, at: source.range(lines.content(line)), notes: [remedy])
  }
}
