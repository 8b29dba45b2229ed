/// How each style looks on a terminal.
enum Palette {
  /// A line as text without spaces at its end, with or without the colours of its styles.
  static func text(_ line: StyledText, color: Bool) -> String {
    let line = line.withoutTrailingSpaces
    guard color else { return line.text }
    var output = ""
    var current: String?
    for span in line.spans where !span.text.isEmpty {
      let code = code(of: span.style)
      if code != current {
        if current != nil { output += "\u{1B}[0m" }
        if let code { output += "\u{1B}[\(code)m" }
        current = code
      }
      output += span.text
    }
    return current == nil ? output : output + "\u{1B}[0m"
  }

  /// The parameters of the "select graphic rendition" sequence that begins a style.
  ///
  /// The colours are the ones of the 256 whose contrast is about equal, near 4.5 to 1, on black and
  /// on white, because nothing tells a program which of the two it writes on.
  private static func code(of style: StyledText.Style) -> String? {
    switch style {
    case .plain, .formula: nil
    case .name: "38;5;30"
    case .number: "38;5;98"
    case .heading: "1"
    case .emphasis: "3"
    case .muted: "2"
    case .good: "38;5;28"
    case .bad: "38;5;160"
    case .warning: "38;5;130"
    case .series(let index):
      "38;5;\(seriesColors[Int(index.magnitude % UInt(seriesColors.count))])"
    }
  }

  /// Blue, orange, green, magenta, sky and olive.
  ///
  /// The first two differ for every kind of colour vision; all six keep to the contrast above.
  private static let seriesColors = [63, 130, 29, 163, 31, 64]
}
