import Reporting

/// The lines below an SVG picture: what its signs mean, and what was left out.
struct SVGCaption {
  /// The narrowest page a caption is wrapped for.
  private static let leastColumns = 44

  /// The lines of text.
  let lines: [StyledText]
  /// The pixels they take up.
  let (width, height): (Int, Int)

  init(_ picture: GraphPicture, _ wording: Wording, _ layout: SVGLayout) {
    let back = layout.direction == .rightward ? "←" : "↑"
    let hasGradients = picture.arrows.contains { !$0.sent.isEmpty }
    let phrases = [
      picture.boxes.contains { $0.kind == .leaf } ? "Square: given." : nil,
      picture.boxes.contains { $0.kind == .computed } ? "Rounded: computed." : nil,
      picture.boxes.contains { $0.kind == .constant } ? "Dashed frame: constant." : nil,
      hasGradients ? "×: local derivative." : nil,
      hasGradients ? "\(back): sent back, the result's gradient times that." : nil,
      picture.arrows.contains { $0.sent.isEmpty } ? "Dashed arrow: no gradient." : nil,
      wording.omission(of: picture),
    ]
    let room = layout.size.width - 2 * SVGLayout.margin
    let columns = max(SVGCaption.leastColumns, room / max(SVGStyle.width(100) / 100 + 1, 1))
    var rows = [""]
    for phrase in phrases.compactMap(\.self) {
      for word in phrase.split(separator: " ") {
        let row = rows[rows.count - 1]
        if row.isEmpty {
          rows[rows.count - 1] = String(word)
        } else if row.displayWidth + 1 + String(word).displayWidth <= columns {
          rows[rows.count - 1] += " " + word
        } else {
          rows.append(String(word))
        }
      }
    }
    lines = rows.filter { !$0.isEmpty }.map { StyledText($0, .muted) }
    width = SVGStyle.width(lines.map(\.columns).max() ?? 0) + 2 * SVGLayout.margin
    height = lines.isEmpty ? 0 : SVGStyle.lineHeight * lines.count + 10
  }
}
