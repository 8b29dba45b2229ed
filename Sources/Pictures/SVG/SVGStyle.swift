/// How an SVG picture looks, on a light page and on a dark one.
///
/// What the colours tell is told by shape or words too: square or rounded corners, a double frame,
/// broken lines.
enum SVGStyle {
  /// Typefaces of even width, so that the room a text takes can be computed.
  static let font = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
  /// The height of the letters in pixels.
  static let fontSize = 13
  /// The distance of two lines of text.
  static let lineHeight = 18

  /// The pixels a text takes up, rounded up: the widest of the typefaces needs 0.61 of the height
  /// of its letters for a column.
  static func width(_ columns: Int) -> Int {
    (columns * fontSize * 62 + 99) / 100
  }

  /// The style sheet.
  static let sheet = """
    .gradus-graph text { font: \(fontSize)px \(font); fill: #1b1f24; }
    .gradus-graph .paper { fill: #ffffff; }
    .gradus-graph .box { fill: #ffffff; stroke: #3d4752; stroke-width: 1.3; }
    .gradus-graph .leaf { fill: #eef3f9; }
    .gradus-graph .constant { stroke-dasharray: 5 3; }
    .gradus-graph .inner { fill: none; stroke: #3d4752; stroke-width: 1; }
    .gradus-graph .line { fill: none; stroke: #5a6572; stroke-width: 1.3; }
    .gradus-graph .still { stroke-dasharray: 3 4; }
    .gradus-graph .head { fill: #5a6572; }
    .gradus-graph .bridge { visibility: hidden; }
    .gradus-graph .title { font-weight: bold; }
    .gradus-graph .name { fill: #0a5f63; }
    .gradus-graph .number { fill: #5b3fa8; }
    .gradus-graph .muted { fill: #57606a; }
    @media screen and (prefers-color-scheme: dark) {
      .gradus-graph text { fill: #e6e8eb; }
      .gradus-graph .paper { fill: #14171c; }
      .gradus-graph .box { fill: #14171c; stroke: #b6c0cb; }
      .gradus-graph .leaf { fill: #232a33; }
      .gradus-graph .inner { stroke: #b6c0cb; }
      .gradus-graph .line { stroke: #96a1ad; }
      .gradus-graph .head { fill: #96a1ad; }
      .gradus-graph .name { fill: #66d0d4; }
      .gradus-graph .number { fill: #c6adff; }
      .gradus-graph .muted { fill: #a3adb8; }
    }
    """
}
