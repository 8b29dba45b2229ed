import Reporting

/// The sheet a plot is drawn on as SVG: what all plots have in common.
struct PlotSheet {
  /// A rectangle, in pixels.
  struct Frame {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// Something in the legend: a sample 28 pixels wide, drawn from a place, and its words.
  struct Item {
    /// The sample, around the middle of its left edge.
    var sample: (_ x: Int, _ y: Int) -> String
    /// The words beside it.
    var words: String
  }

  /// The width of every plot, so that it fits a column of text.
  static let width = 640
  /// The space around the plot.
  static let margin = 16
  /// The columns of a line of words.
  static var columns: Int { (width - 2 * margin) * 100 / SVGStyle.width(100) }

  private var parts: [String] = []
  /// Where the next line of words may stand.
  private var bottom = PlotSheet.margin

  /// Adds drawn elements.
  mutating func add(_ markup: String) { parts.append(markup) }

  /// Adds words that begin, end or have their middle at a place.
  mutating func add(
    _ words: String, x: Int, y: Int, anchor: String = "start", class name: String = ""
  ) {
    parts.append(
      "<text x=\"\(x)\" y=\"\(y)\" xml:space=\"preserve\""
        + (anchor == "start" ? "" : " text-anchor=\"\(anchor)\"")
        + (name.isEmpty ? "" : " class=\"\(name)\"") + ">\(words.xmlEscaped)</text>")
  }

  /// Adds lines of words below what there is, wrapped at the width of the sheet.
  mutating func addLines(_ words: String, class name: String) {
    for line in PlotSheet.wrapped(words) {
      add(line, x: PlotSheet.margin, y: bottom + 13, class: name)
      bottom += SVGStyle.lineHeight
    }
  }

  /// Keeps room below what there is.
  mutating func reserve(_ height: Int) -> Int {
    defer { bottom += height }
    return bottom
  }

  /// Adds a legend below what there is, its items one after another.
  mutating func addLegend(_ items: [Item]) {
    var x = PlotSheet.margin
    for item in items {
      let room = PlotSheet.width - 2 * PlotSheet.margin - 36
      let words = PlotSheet.cut(item.words, to: room * 100 / SVGStyle.width(100))
      let width = 36 + SVGStyle.width(words.displayWidth)
      if x > PlotSheet.margin, x + width > PlotSheet.width - PlotSheet.margin {
        x = PlotSheet.margin
        bottom += SVGStyle.lineHeight + 2
      }
      add(item.sample(x, bottom + 9))
      add(words, x: x + 34, y: bottom + 13)
      x += width + 22
    }
    if !items.isEmpty { bottom += SVGStyle.lineHeight + 4 }
  }

  /// The whole picture; of several on one page each needs a `name` of its own.
  func svg(title: String, description: String, name: String, isForPage: Bool) -> String {
    let height = bottom + PlotSheet.margin / 2
    let name = name.xmlEscaped
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="gradus-plot" role="img" \
      aria-labelledby="\(name)-title \(name)-desc" width="\(PlotSheet.width)" height="\(height)" \
      viewBox="0 0 \(PlotSheet.width) \(height)">
      """,
      "<title id=\"\(name)-title\">\(title.xmlEscaped)</title>",
      "<desc id=\"\(name)-desc\">\(description.xmlEscaped)</desc>",
    ]
    if !isForPage { lines.append("<style>\n\(PlotSVGStyle.sheet)\n</style>") }
    lines.append("<rect class=\"paper\" width=\"\(PlotSheet.width)\" height=\"\(height)\"/>")
    return (lines + parts + ["</svg>", ""]).joined(separator: "\n")
  }

  /// A place in pixels to a tenth, without an exponent.
  static func text(_ place: Double) -> String {
    guard place.isFinite, abs(place) < 1e6 else { return "0" }
    let tenths = Int((place * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }

  private static func wrapped(_ words: String) -> [String] {
    var lines = [""]
    for word in words.sanitizedLine.split(separator: " ").map({ cut(String($0), to: columns) }) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = word
      } else if last.displayWidth + 1 + word.displayWidth <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  /// The words, or as many of them as have room, with a sign that there are more.
  static func cut(_ words: String, to columns: Int) -> String {
    let words = words.sanitizedLine
    guard words.displayWidth > columns else { return words }
    var cut = words
    while !cut.isEmpty, cut.displayWidth >= columns { cut.removeLast() }
    return cut + "…"
  }
}
