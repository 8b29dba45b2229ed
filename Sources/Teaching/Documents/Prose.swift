import CMarkdown
import Language
import Reporting

/// Blocks of Markdown as a document for the terminal.
struct Prose {
  private(set) var document = Document()

  /// Blocks deeper than this inside of others are shown as their words alone.
  private static let deepest = 12

  /// Adds a block of the document itself, after a blank line.
  mutating func add(_ block: MarkdownTree.Node) {
    if !document.blocks.isEmpty { document.addSpace() }
    add(block, first: "", rest: "", depth: 0)
  }

  /// Adds a block with something before its first line and before the others.
  private mutating func add(
    _ block: MarkdownTree.Node, first: StyledText, rest: StyledText, depth: Int
  ) {
    func paragraph(_ text: StyledText, isVerbatim: Bool = false) {
      document.add(Paragraph(text, first: first, rest: rest, isVerbatim: isVerbatim))
    }
    guard depth < Self.deepest else { return paragraph(StyledText(MarkdownTree.words(of: block))) }
    switch MarkdownTree.kind(of: block) {
    case "heading":
      var text = InlineText(of: block).text
      for index in text.spans.indices { text.spans[index].style = .heading }
      paragraph(text)
    case "paragraph":
      let text = InlineText(of: block).text
      // Inside of a list the marks already set a formula apart.
      let isFormula =
        depth == 0 && !text.spans.isEmpty && text.spans.allSatisfy { $0.style == .formula }
      let space: StyledText = isFormula ? "    " : ""
      document.add(Paragraph(text, first: first + space, rest: rest + space))
    case "block_quote":
      let bar = StyledText("│ ", .muted)
      children(of: block, first: first + bar, rest: rest + bar, isTight: false, depth)
    case "list": list(block, first: first, rest: rest, depth)
    case "code_block":
      let info = cmark_node_get_fence_info(block).map { String(cString: $0) } ?? ""
      var code = MarkdownTree.literal(of: block)
      if code.hasSuffix("\n") { code.removeLast() }
      let isProgram = info == "gradus" || info.hasPrefix("gradus ")
      let text = isProgram ? highlighted(code) : StyledText(code, .formula)
      document.add(Paragraph(text, first: first + "  ", rest: rest + "  ", isVerbatim: true))
    case "table": table(block, indent: rest.text.displayWidth)
    case "thematic_break": paragraph(StyledText("───", .muted))
    case "html_block": break
    default: paragraph(StyledText(MarkdownTree.words(of: block)))
    }
  }

  private mutating func children(
    of block: MarkdownTree.Node, first: StyledText, rest: StyledText, isTight: Bool, _ depth: Int
  ) {
    for (index, child) in MarkdownTree.children(of: block).enumerated() {
      if index > 0, !isTight { document.add(Paragraph("", first: rest, rest: rest)) }
      add(child, first: index == 0 ? first : rest, rest: rest, depth: depth + 1)
    }
  }

  private mutating func list(
    _ list: MarkdownTree.Node, first: StyledText, rest: StyledText, _ depth: Int
  ) {
    let isTight = cmark_node_get_list_tight(list) == 1
    let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    var number = Int(cmark_node_get_list_start(list))
    for (index, item) in MarkdownTree.children(of: list).enumerated() {
      if index > 0, !isTight { document.add(Paragraph("", first: rest, rest: rest)) }
      let mark = isOrdered ? "\(number). " : "• "
      let spaces = StyledText(String(repeating: " ", count: mark.displayWidth))
      children(
        of: item, first: (index == 0 ? first : rest) + StyledText(mark, .muted),
        rest: rest + spaces,
        isTight: isTight, depth)
      number += 1
    }
  }

  private mutating func table(_ block: MarkdownTree.Node, indent: Int) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(block))
    var alignments = [Table.Alignment](repeating: .left, count: columns)
    if let given = cmark_gfm_extensions_get_table_alignments(block) {
      for column in 0..<columns where given[column] == UInt8(ascii: "r") {
        alignments[column] = .right
      }
    }
    var table = Table(alignments, indent: indent)
    for (index, row) in MarkdownTree.children(of: block).enumerated() {
      table.rows.append(
        MarkdownTree.children(of: row).map { cell in
          var text = InlineText(of: cell).text
          if index == 0 { for span in text.spans.indices { text.spans[span].style = .heading } }
          return text
        })
    }
    document.add(table)
  }
}
