import CMarkdown
import Language
import Reporting

/// Blocks of Markdown as a page shows them.
///
/// HTML in them is left out, as at the terminal.
struct HTMLProse {
  /// The anchors that headings have so far.
  private var anchors: Set<String> = []

  /// Blocks and words deeper than this inside of others are shown as their words alone.
  private static let deepest = 16

  /// A block of the document.
  mutating func html(of block: MarkdownTree.Node) -> HTML { html(of: block, depth: 0) }

  private mutating func html(of block: MarkdownTree.Node, depth: Int, isTight: Bool = false) -> HTML
  {
    guard depth < Self.deepest else { return "<p>\(MarkdownTree.words(of: block))</p>\n" }
    switch MarkdownTree.kind(of: block) {
    case "heading":
      let level = min(max(Int(cmark_node_get_heading_level(block)), 1), 6)
      let anchor = anchor(for: MarkdownTree.words(of: block))
      return "<h\(level) id=\"\(anchor)\">\(HTMLWords(of: block).html)</h\(level)>\n"
    case "paragraph":
      let words = HTMLWords(of: block)
      if words.isFormula { return "<p class=\"display\">\(words.html)</p>\n" }
      return isTight ? words.html : "<p>\(words.html)</p>\n"
    case "block_quote": return "<blockquote>\n\(children(of: block, depth))</blockquote>\n"
    case "list":
      let isTight = cmark_node_get_list_tight(block) == 1
      let items = MarkdownTree.children(of: block).map { item -> HTML in
        "<li>\(children(of: item, depth, isTight: isTight))</li>\n"
      }
      guard cmark_node_get_list_type(block) == CMARK_ORDERED_LIST else {
        return "<ul>\n\(items.joined())</ul>\n"
      }
      let start = Int(cmark_node_get_list_start(block))
      let first: HTML = start == 1 ? "" : " start=\"\(start)\""
      return "<ol\(first)>\n\(items.joined())</ol>\n"
    case "code_block": return code(block)
    case "table": return table(block)
    case "thematic_break": return "<hr>\n"
    case "html_block": return ""
    default: return "<p>\(MarkdownTree.words(of: block))</p>\n"
    }
  }

  private mutating func children(
    of block: MarkdownTree.Node, _ depth: Int, isTight: Bool = false
  ) -> HTML {
    var html: HTML = ""
    for child in MarkdownTree.children(of: block) {
      html += self.html(of: child, depth: depth + 1, isTight: isTight)
    }
    return html
  }

  private func code(_ block: MarkdownTree.Node) -> HTML {
    let info = cmark_node_get_fence_info(block).map { String(cString: $0) } ?? ""
    let code = Mathematics.shown(MarkdownTree.literal(of: block))
    let isProgram = info == "gradus" || info.hasPrefix("gradus ")
    let words = isProgram ? HTML(highlighted(code)) : HTML(escaping: code)
    return "<pre class=\"code\"><code>\(words)</code></pre>\n"
  }

  private func table(_ block: MarkdownTree.Node) -> HTML {
    let given = cmark_gfm_extensions_get_table_alignments(block)
    func row(_ row: MarkdownTree.Node, _ tag: HTML) -> HTML {
      let cells = MarkdownTree.children(of: row).enumerated().map { column, cell -> HTML in
        let alignment: HTML =
          switch given?[column] {
          case UInt8(ascii: "r"): " class=\"right\""
          case UInt8(ascii: "c"): " class=\"center\""
          default: ""
          }
        return "<\(tag)\(alignment)>\(HTMLWords(of: cell).html)</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let rows = MarkdownTree.children(of: block)
    let head = rows.prefix(1).map { row($0, "th") }.joined()
    let body = rows.dropFirst().map { row($0, "td") }.joined()
    return
      "<div class=\"wide\"><table>\n<thead>\n\(head)</thead>\n<tbody>\n\(body)</tbody>\n</table></div>\n"
  }

  /// The name of a heading for links, as GitHub makes it: small letters, hyphens for spaces.
  private mutating func anchor(for words: String) -> String {
    var name = ""
    for scalar in Mathematics.shown(words).lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        name += "-"
      } else if scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      }
    }
    var anchor = "-" + name
    if !name.isEmpty { anchor = name }
    var count = 0
    while !anchors.insert(anchor).inserted {
      count += 1
      anchor = "\(name)-\(count)"
    }
    return anchor
  }
}
