import CMarkdown

extension MarkdownTree {
  /// The level of a heading; nil for any other block.
  static func headingLevel(of block: Node) -> Int? {
    kind(of: block) == "heading" ? Int(cmark_node_get_heading_level(block)) : nil
  }

  /// The exercise whose task a paragraph links to, if it is nothing but that link.
  static func exercise(linkedBy block: Node) -> String? {
    guard kind(of: block) == "paragraph" else { return nil }
    let inside = children(of: block)
    guard inside.count == 1, kind(of: inside[0]) == "link",
      let target = cmark_node_get_url(inside[0]).map({ String(cString: $0) })
    else { return nil }
    let path = target.split(separator: "/", omittingEmptySubsequences: false)
    guard path.count == 3, path[0] == "exercises", path[2] == "task.md" else { return nil }
    return String(path[1])
  }
}
