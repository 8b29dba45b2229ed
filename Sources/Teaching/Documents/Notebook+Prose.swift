import CMarkdown
public import Reporting

extension Notebook {
  /// The tree of the document for reading: without its front matter, its mathematics hidden.
  ///
  /// Every block stands in the lines where it stands in the file.
  var proseTree: MarkdownTree {
    let plain = blanked
    let code = MarkdownTree(plain).codeLines
    var isOpen = false
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plain.count)
    for line in stride(from: 1, through: lines.count, by: 1) {
      let content = lines.content(line)
      if code.contains(line) || lines.isBlank(line) {
        isOpen = false
        bytes += plain[content]
      } else {
        let text = String(decoding: plain[content], as: UTF8.self)
        bytes += Array(Mathematics.hide(text, &isOpen).utf8)
      }
      bytes += plain[content.upperBound..<lines.whole(line).upperBound]
    }
    return MarkdownTree(bytes)
  }

  /// The prose of a document as a person reads it, cells and outputs left out.
  public var prose: Document {
    var prose = Prose()
    let code = Set(
      cells.flatMap { [$0.fence.opening, $0.output?.opening ?? 0, $0.picture?.opening ?? 0] })
    let tree = proseTree
    for block in tree.blocks where !code.contains(MarkdownTree.lines(of: block).first) {
      prose.add(block)
    }
    return prose.document
  }
}

extension MarkdownTree {
  /// The lines that hold code or HTML, in which nothing is mathematics.
  fileprivate var codeLines: Set<Int> {
    var lines: Set<Int> = []
    guard let root, let iterator = cmark_iter_new(root) else { return lines }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
        ["code_block", "html_block"].contains(MarkdownTree.kind(of: node))
      else { continue }
      let (first, last) = MarkdownTree.lines(of: node)
      if first <= last { lines.formUnion(first...last) }
    }
    return lines
  }
}
