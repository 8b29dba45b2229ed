import CMarkdown
import Reporting

/// The words inside of a block: emphasis, code, links, and mathematics in Unicode.
struct InlineText {
  /// The words.
  private(set) var text = StyledText()
  /// The mathematics that is open, as it was written.
  private var formula: String?

  /// Words deeper than this inside of others have no style of their own.
  private static let deepest = 16

  init(of block: MarkdownTree.Node) {
    for child in MarkdownTree.children(of: block) { add(child, .plain, depth: 0) }
    if let formula { text.add("$" + formula) }
  }

  private mutating func add(_ node: MarkdownTree.Node, _ style: StyledText.Style, depth: Int) {
    guard depth < Self.deepest else { return add(MarkdownTree.words(of: node), style) }
    func inside(_ style: StyledText.Style) {
      for child in MarkdownTree.children(of: node) { add(child, style, depth: depth + 1) }
    }
    switch MarkdownTree.kind(of: node) {
    case "text": add(MarkdownTree.literal(of: node), style)
    case "softbreak": add(" ", style)
    case "linebreak": add("\n", style)
    case "code": text.add(MarkdownTree.literal(of: node), .name)
    case "emph": inside(.emphasis)
    case "strong": inside(.heading)
    case "link":
      inside(style)
      let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      let isShown = MarkdownTree.words(of: node) == target
      if target.contains("://"), !isShown { text.add(" (\(target))", .muted) }
    case "image":
      text.add("[", .muted)
      inside(style)
      text.add("]", .muted)
    case "html_inline": break
    default: inside(style)
    }
  }

  /// Adds a formula; a short one stays on one line.
  private mutating func addFormula(_ formula: String) {
    let isShort = formula.unicodeScalars.count <= 24
    text.add(isShort ? formula.replacing(" ", with: "\u{A0}") : formula, .formula)
  }

  /// Adds words, in which mathematics may begin or end.
  private mutating func add(_ words: String, _ style: StyledText.Style) {
    var plain = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case Mathematics.opening:
        text.add(plain, style)
        plain = ""
        formula = ""
      case Mathematics.closing:
        addFormula(TeXReader.text(Mathematics.shown(formula ?? "")))
        formula = nil
      default:
        if formula == nil {
          plain.unicodeScalars.append(scalar)
        } else {
          formula?.unicodeScalars.append(scalar)
        }
      }
    }
    text.add(Mathematics.shown(plain), style)
  }
}
