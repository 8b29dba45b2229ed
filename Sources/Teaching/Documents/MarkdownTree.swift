import CMarkdown
import Glibc

/// The tree of a Markdown text, which the C library owns until this object is gone.
///
/// Used by one task at a time; what is taken from it are values.
final class MarkdownTree {
  /// A node of the tree; valid while the tree is.
  typealias Node = OpaquePointer

  let root: Node?

  /// The tree of a text: CommonMark with tables.
  init(_ bytes: [UInt8]) {
    _ = MarkdownTree.registered
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else {
      root = nil
      return
    }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress {
        cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    root = cmark_parser_finish(parser)
  }

  deinit { if let root { cmark_node_free(root) } }

  /// The extensions are registered in a list that the whole program shares.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The blocks of the document itself, not those inside of others.
  var blocks: [Node] { root.map(MarkdownTree.children) ?? [] }

  /// The nodes directly inside of a node.
  static func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
  }

  /// What a node is, by the name the library has for it: `paragraph`, `code_block`.
  static func kind(of node: Node) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  /// The first and the last line of a block, from 1.
  static func lines(of node: Node) -> (first: Int, last: Int) {
    (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
  }

  /// Whether a code block stands between fences, not further in.
  static func isFenced(_ node: Node) -> Bool {
    var (length, offset, character) = (Int32(0), Int32(0), CChar(0))
    return cmark_node_get_fenced(node, &length, &offset, &character) == 1
  }

  /// The code blocks inside of a node, however deep.
  static func codeBlocks(in node: Node) -> [Node] {
    var blocks: [Node] = []
    guard let iterator = cmark_iter_new(node) else { return blocks }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator),
        kind(of: inner) == "code_block"
      else { continue }
      blocks.append(inner)
    }
    return blocks
  }

  /// The text of a node that holds text.
  static func literal(of node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// All the words inside of a node, without what they are.
  static func words(of node: Node) -> String {
    var words = ""
    guard let iterator = cmark_iter_new(node) else { return words }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
      switch kind(of: inner) {
      case "text", "code": words += literal(of: inner)
      case "softbreak", "linebreak": words += " "
      default: break
      }
    }
    return words
  }
}
