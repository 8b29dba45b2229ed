import Reporting

extension HTML {
  /// Text whose styles become classes of the page.
  init(_ text: StyledText) {
    self = text.spans.map { span -> HTML in
      guard let name = HTML.className(span.style) else { return HTML(escaping: span.text) }
      return "<span class=\"\(name)\">\(span.text)</span>"
    }.joined()
  }

  /// A line of a page that keeps its spaces, as a block that wraps under its own beginning.
  static func line(_ text: StyledText, class name: HTML) -> HTML {
    "<div class=\"\(name)\">\(HTML(text))</div>\n"
  }

  /// The lines of a document, each as a block of that class; tables as a renderer lays them out.
  static func lines(_ document: Document, class name: HTML) -> HTML {
    document.blocks.map { block -> HTML in
      if case .line(let text, _) = block { return line(text, class: name) }
      var part = Document()
      part.blocks = [block]
      let text = TextRenderer(width: 80).text(part)
      return text.split(separator: "\n").map { line(StyledText(String($0)), class: name) }.joined()
    }.joined()
  }

  private static func className(_ style: StyledText.Style) -> String? {
    switch style {
    case .plain, .series: nil
    case .name: "name"
    case .number: "number"
    case .formula: "formula"
    case .heading: "word"
    case .emphasis: "emphasis"
    case .muted: "muted"
    case .good: "good"
    case .bad: "bad"
    case .warning: "warning"
    }
  }
}

extension HTML {
  /// A document as text of 80 columns with the classes of its styles, for a `pre`.
  static func text(of document: Document) -> HTML {
    HTML(escaping: TextRenderer(width: 80).text(document))
  }
}
