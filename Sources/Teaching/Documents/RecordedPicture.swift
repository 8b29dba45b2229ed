import CMarkdown

/// The picture of a cell as the document has it: a block of Mermaid, or a paragraph that is an
/// image, right below what the cell printed.
struct RecordedPicture: Sendable {
  /// Its first line.
  let opening: Int
  /// Its last line.
  let closing: Int
  /// Its lines.
  let lines: [String]
  /// The bytes of these lines with their line breaks.
  let whole: Range<Int>
  /// The file it shows, as the document names it; nil for a block of Mermaid.
  let target: String?

  /// The picture that a block is, if it has the form of those that are written here.
  ///
  /// An image or a diagram of the author's has another: it is never taken for a recorded one.
  /// `folder` is where the plots of the document lie, as the target of a link; nil if it is no file.
  init?(_ block: MarkdownTree.Node, in lines: MarkdownLines, folder: String?) {
    let (first, last) = MarkdownTree.lines(of: block)
    guard first >= 1, first <= last else { return nil }
    switch MarkdownTree.kind(of: block) {
    case "code_block":
      guard RecordedPicture.isGraph(block) else { return nil }
      target = nil
    case "paragraph":
      guard first == last, let name = RecordedPicture.plot(in: block, folder: folder) else {
        return nil
      }
      target = name
    default: return nil
    }
    (opening, closing) = (first, last)
    self.lines = (first...last).map(lines.text)
    whole = lines.whole(first).lowerBound..<lines.whole(last).upperBound
  }

  private init(from picture: RecordedPicture, to copy: RecordedPicture, in lines: MarkdownLines) {
    (opening, closing, target) = (picture.opening, copy.closing, picture.target)
    self.lines = (picture.opening...copy.closing).map(lines.text)
    whole = picture.whole.lowerBound..<copy.whole.upperBound
  }

  /// Both as one, if the other is a copy of this one.
  func joined(with copy: RecordedPicture, in lines: MarkdownLines) -> RecordedPicture? {
    copy.lines == Array(self.lines.prefix(copy.lines.count))
      ? RecordedPicture(from: self, to: copy, in: lines) : nil
  }

  /// Whether it is of the kind that a cell asks for.
  func isAsked(by attributes: CellAttributes) -> Bool {
    (target == nil ? attributes.draw : attributes.plot) != nil
  }

  /// Whether a block is Mermaid that begins as a graph drawn here does.
  static func isGraph(_ block: MarkdownTree.Node) -> Bool {
    guard MarkdownTree.isFenced(block),
      cmark_node_get_fence_info(block).map({ String(cString: $0) }) == "mermaid"
    else { return false }
    let lines = MarkdownTree.literal(of: block).split(
      separator: "\n", maxSplits: 5, omittingEmptySubsequences: false)
    return lines.count > 4 && lines[0] == "---" && lines[1].hasPrefix("title: \"")
      && lines[2] == "---" && lines[3] == "flowchart LR" && lines[4].hasPrefix("  n0")
  }

  /// The file of the plot that a paragraph is.
  private static func plot(in block: MarkdownTree.Node, folder: String?) -> String? {
    let inner = MarkdownTree.children(of: block)
    guard inner.count == 1, MarkdownTree.kind(of: inner[0]) == "image",
      let target = cmark_node_get_url(inner[0]).map({ String(cString: $0) })
    else { return nil }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasSuffix("-pictures"), parts[1].hasSuffix(".svg") else {
      return nil
    }
    // A document that was renamed has pictures from before; their words tell them.
    let isOwn = folder == String(parts[0])
    return isOwn || MarkdownTree.words(of: inner[0]).hasPrefix("plot of ") ? target : nil
  }
}
