import CMarkdown

/// The picture of a cell as the document has it: a block of Mermaid, or a paragraph that is an
/// image, right below what the cell printed.
struct RecordedPicture: Sendable {
  /// Its first line.
  let opening: Int
  /// Its lines.
  let lines: [String]
  /// The bytes of these lines with their line breaks.
  let whole: Range<Int>

  /// The picture that a block is; nil if it is none.
  init?(_ block: MarkdownTree.Node, of cell: Cell, in lines: MarkdownLines) {
    let (first, last) = MarkdownTree.lines(of: block)
    guard first >= 1, first <= last else { return nil }
    switch MarkdownTree.kind(of: block) {
    case "code_block" where cell.attributes.draw != nil && MarkdownTree.isFenced(block):
      let info = cmark_node_get_fence_info(block).map { String(cString: $0) }
      guard info == "mermaid" else { return nil }
    case "paragraph" where cell.attributes.plot != nil:
      let inner = MarkdownTree.children(of: block)
      guard first == last, inner.count == 1, MarkdownTree.kind(of: inner[0]) == "image" else {
        return nil
      }
    default: return nil
    }
    opening = first
    self.lines = (first...last).map(lines.text)
    whole = lines.whole(first).lowerBound..<lines.whole(last).upperBound
  }
}
