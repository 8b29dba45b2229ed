import Reporting

/// Writes a laid out picture as SVG.
struct SVGWriter {
  /// The document.
  private(set) var text = ""

  private let layout: SVGLayout
  private let picture: GraphPicture
  private let use: Use

  /// Where the picture is shown.
  enum Use {
    /// In a file of its own.
    case file
    /// In a page, which has the styles and says what the signs mean.
    case page
    /// In a page whose script shows the numbers one by one.
    case livePage
  }

  /// Whether a script of the page may look for the parts.
  private var isForPage: Bool { use != .file }

  init(
    _ picture: GraphPicture, _ wording: Wording, _ layout: SVGLayout, name: String,
    use: Use = .file
  ) {
    self.picture = picture
    self.use = use
    self.layout = layout
    let caption = SVGCaption(picture, wording, layout)
    let isFile = use == .file
    let width = isFile ? max(layout.size.width, caption.width) : layout.size.width
    let height = layout.size.height + (isFile ? caption.height : 0)
    let name = name.xmlEscaped
    add(
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="gradus-graph" role="img" \
      aria-labelledby="\(name)-title \(name)-desc" \
      width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      """)
    add("<title id=\"\(name)-title\">\(picture.title.xmlEscaped)</title>")
    add("<desc id=\"\(name)-desc\">\(description(wording).xmlEscaped)</desc>")
    if !isForPage { add("<style>\n\(SVGStyle.sheet)\n</style>") }
    add("<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\"/>")
    addLines()
    for (arrow, label) in layout.words.labels.enumerated() {
      guard let frame = layout.labels[arrow] else { continue }
      if isForPage {
        add("<g data-label=\"\(arrow)\">")
        addBridge(in: frame)
      }
      addLabel(label, of: arrow, in: frame)
      if isForPage { add("</g>") }
    }
    for index in picture.boxes.indices { addBox(index, wording) }
    for (row, line) in caption.lines.enumerated() where isFile {
      let y = layout.size.height + SVGStyle.lineHeight * row + 6
      add(line, x: SVGLayout.margin, y: y, class: "muted")
    }
    add("</svg>")
  }

  private func description(_ wording: Wording) -> String {
    use == .livePage ? wording.outline(of: picture) : wording.summary(of: picture)
  }

  private mutating func add(_ line: String) {
    text += line + "\n"
  }

  /// Draws the lines, those that carry a gradient unbroken, then all their heads.
  private mutating func addLines() {
    if isForPage {
      for piece in layout.pieces { addPiece(piece) }
      return
    }
    for (carriesGradient, style) in [(true, "line"), (false, "line still")] {
      let path = layout.pieces.filter { $0.carriesGradient == carriesGradient }.map(course)
      if !path.isEmpty { add("<path class=\"\(style)\" d=\"\(path.joined(separator: " "))\"/>") }
    }
    let heads = layout.pieces.filter(\.hasHead).map(head)
    if !heads.isEmpty { add("<path class=\"head\" d=\"\(heads.joined(separator: " "))\"/>") }
  }

  /// Draws a piece of line so that it can be found by the arrows it is a part of.
  private mutating func addPiece(_ piece: SVGLayout.Piece) {
    let arrows = piece.arrows.map(String.init).joined(separator: " ")
    add("<g data-arrows=\"\(arrows)\">")
    let isStill = picture.showsGradients && !piece.carriesGradient
    add("<path class=\"line\(isStill ? " still" : "")\" d=\"\(course(of: piece))\"/>")
    if piece.hasHead { add("<path class=\"head\" d=\"\(head(of: piece))\"/>") }
    add("</g>")
  }

  private func head(of piece: SVGLayout.Piece) -> String {
    let (x, y) = piece.end
    return layout.direction == .rightward ? "M\(x) \(y)l-9 -4v8z" : "M\(x) \(y)l-4 -9h8z"
  }

  /// A straight line, or a curve that leaves and arrives along the arrows.
  private func course(of piece: SVGLayout.Piece) -> String {
    let (start, end) = (piece.start, piece.end)
    switch layout.direction {
    case .rightward:
      if start.y == end.y { return "M\(start.x) \(start.y)H\(end.x)" }
      let last = piece.hasHead ? end.x - 8 : end.x
      let middle = (start.x + last) / 2
      let rest = piece.hasHead ? "H\(end.x)" : ""
      return
        "M\(start.x) \(start.y)C\(middle) \(start.y) \(middle) \(end.y) \(last) \(end.y)" + rest
    case .downward:
      if start.x == end.x { return "M\(start.x) \(start.y)V\(end.y)" }
      let last = piece.hasHead ? end.y - 8 : end.y
      let middle = (start.y + last) / 2
      let rest = piece.hasHead ? "V\(end.y)" : ""
      return
        "M\(start.x) \(start.y)C\(start.x) \(middle) \(end.x) \(middle) \(end.x) \(last)" + rest
    }
  }

  /// Draws the line on where nothing is written yet.
  private mutating func addBridge(in frame: SVGLayout.Frame) {
    guard layout.direction == .downward else { return }
    let x = frame.x + frame.width / 2
    add("<path class=\"line bridge\" d=\"M\(x) \(frame.y)v\(frame.height)\"/>")
  }

  private mutating func addLabel(
    _ lines: [StyledText], of arrow: Int, in frame: SVGLayout.Frame
  ) {
    for (row, line) in lines.enumerated() {
      let mark = row == 0 ? "data-factor" : "data-sent"
      add(
        line, x: frame.x + frame.width / 2, y: frame.y + SVGStyle.lineHeight * row + 14,
        isCentered: true, mark: isForPage ? " \(mark)=\"\(arrow)\"" : "")
    }
  }

  private mutating func addBox(_ index: Int, _ wording: Wording) {
    let (box, frame, words) = (picture.boxes[index], layout.boxes[index], layout.words.boxes[index])
    let title = use == .livePage ? wording.name(of: box) : wording.sentence(about: box)
    add(
      "<g\(isForPage ? " data-box=\"\(index)\"" : "")>\n<title>\(title.xmlEscaped)</title>")
    let (kind, corner) =
      switch box.kind {
      case .leaf: ("box leaf", 0)
      case .constant: ("box constant", 0)
      case .computed: ("box", 9)
      }
    add(SVGWriter.rectangle(frame, kind, corner))
    if box.isOutput {
      let inner = SVGLayout.Frame(
        x: frame.x + 3, y: frame.y + 3, width: frame.width - 6, height: frame.height - 6)
      add(SVGWriter.rectangle(inner, "inner", max(corner - 3, 0)))
    }
    let height = SVGStyle.lineHeight * SVGWords.lineCount(of: words)
    var y = frame.y + (frame.height - height) / 2 + 13
    let lines =
      (words.header.spans.isEmpty ? [] : [(words.header, "title")]) + words.rows.map { ($0, "") }
    let marks: [(StyledText?, String)] = [
      (wording.value(of: box), "data-value"),
      (wording.gradient(of: box, after: ""), "data-gradient"),
    ]
    for (line, style) in lines {
      let mark = isForPage ? marks.first { $0.0 == line }?.1 : nil
      add(
        line, x: frame.x + SVGWords.padding, y: y, class: style,
        mark: mark.map { " \($0)=\"\(index)\"" } ?? "")
      y += SVGStyle.lineHeight
    }
    add("</g>")
  }

  private static func rectangle(_ frame: SVGLayout.Frame, _ style: String, _ corner: Int) -> String
  {
    "<rect class=\"\(style)\" x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" "
      + "height=\"\(frame.height)\" rx=\"\(corner)\"/>"
  }

  private mutating func add(
    _ line: StyledText, x: Int, y: Int, class style: String = "", isCentered: Bool = false,
    mark: String = ""
  ) {
    let words = line.spans.map { span in
      let text = span.text.xmlEscaped
      return switch span.style {
      case .name: "<tspan class=\"name\">\(text)</tspan>"
      case .number: "<tspan class=\"number\"\(mark)>\(text)</tspan>"
      case .muted: "<tspan class=\"muted\">\(text)</tspan>"
      case .plain, .formula, .heading, .emphasis, .good, .bad, .warning, .series: text
      }
    }
    add(
      "<text x=\"\(x)\" y=\"\(y)\" xml:space=\"preserve\""
        + (style.isEmpty ? "" : " class=\"\(style)\"")
        + (isCentered ? " text-anchor=\"middle\"" : "") + ">\(words.joined())</text>")
  }
}
