import CMarkdown
import Reporting

/// The words inside of a block of Markdown as a page shows them.
struct HTMLWords {
  /// The words.
  private(set) var html: HTML = ""
  /// Whether they are mathematics and nothing else.
  private(set) var isFormula = false

  /// The mathematics that is open, as it was written.
  private var formula: String?

  private static let deepest = 16

  init(of block: MarkdownTree.Node) {
    for child in MarkdownTree.children(of: block) { add(child, depth: 0) }
    if let formula { html += HTML(escaping: "$" + formula) }
    let spans = InlineText(of: block).text.spans
    isFormula = !spans.isEmpty && spans.allSatisfy { $0.style == .formula }
  }

  private mutating func add(_ node: MarkdownTree.Node, depth: Int) {
    guard depth < Self.deepest else { return add(MarkdownTree.words(of: node)) }
    switch MarkdownTree.kind(of: node) {
    case "text": add(MarkdownTree.literal(of: node))
    case "softbreak": formula == nil ? (html += "\n") : add(" ")
    case "linebreak": html += "<br>\n"
    case "code": html += "<code>\(Mathematics.shown(MarkdownTree.literal(of: node)))</code>"
    case "emph": inside(node, "em", depth)
    case "strong": inside(node, "strong", depth)
    case "link": link(node, depth)
    case "image": html += "<span class=\"muted\">[\(MarkdownTree.words(of: node))]</span>"
    case "html_inline": break
    default: for child in MarkdownTree.children(of: node) { add(child, depth: depth + 1) }
    }
  }

  private mutating func inside(_ node: MarkdownTree.Node, _ tag: HTML, _ depth: Int) {
    html += "<\(tag)>"
    for child in MarkdownTree.children(of: node) { add(child, depth: depth + 1) }
    html += "</\(tag)>"
  }

  private mutating func link(_ node: MarkdownTree.Node, _ depth: Int) {
    let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let isSafe = HTMLWords.isSafe(target)
    if isSafe { html += "<a href=\"\(Mathematics.shown(target))\">" }
    for child in MarkdownTree.children(of: node) { add(child, depth: depth + 1) }
    if isSafe { html += "</a>" }
  }

  /// Whether following a link does no more than show another document.
  static func isSafe(_ target: String) -> Bool {
    let signs = target.unicodeScalars
    guard !target.isEmpty, signs.allSatisfy({ $0.value > 0x20 && !$0.isLive }) else { return false }
    guard let colon = target.firstIndex(of: ":") else { return true }
    let scheme = target[..<colon]
    // A colon behind a slash, a question mark or a hash sign ends no scheme.
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }

  /// Adds words, in which mathematics may begin or end.
  private mutating func add(_ words: String) {
    var plain = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case Mathematics.opening:
        html += HTML(escaping: plain)
        plain = ""
        formula = ""
      case Mathematics.closing:
        let text = TeXReader.text(Mathematics.shown(formula ?? ""))
        html += "<span class=\"math\">\(text)</span>"
        formula = nil
      default:
        if formula == nil {
          plain.unicodeScalars.append(scalar)
        } else {
          formula?.unicodeScalars.append(scalar)
        }
      }
    }
    html += HTML(escaping: Mathematics.shown(plain))
  }
}
