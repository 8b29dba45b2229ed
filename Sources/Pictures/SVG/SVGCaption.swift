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
    let phrases = SVGCaption.phrases(picture, wording, layout.direction)
    let room = layout.size.width - 2 * SVGLayout.margin
    let columns = max(SVGCaption.leastColumns, room / max(SVGStyle.width(100) / 100 + 1, 1))
    var rows = [""]
    for phrase in phrases {
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
  /// What the signs of the picture mean, and what was left out.
  static func phrases(
    _ picture: GraphPicture, _ wording: Wording, _ direction: Direction
  ) -> [String] {
    let back = direction == .rightward ? "←" : "↑"
    let hasGradients = picture.arrows.contains { !$0.sent.isEmpty }
    let hasStillArrows = picture.showsGradients && picture.arrows.contains { $0.sent.isEmpty }
    return [
      picture.boxes.contains { $0.kind == .leaf } ? "Square: given." : nil,
      picture.boxes.contains { $0.kind == .computed } ? "Rounded: computed." : nil,
      picture.boxes.contains { $0.kind == .constant } ? "Dashed frame: constant." : nil,
      hasGradients ? "×: local derivative." : nil,
      hasGradients ? "\(back): sent back, the result's gradient times that." : nil,
      hasStillArrows ? "Dashed arrow: no gradient." : nil,
      picture.repeatsLeaves ? "Boxes of the same name are one and the same." : nil,
      wording.omission(of: picture),
    ].compactMap(\.self)
  }
}
