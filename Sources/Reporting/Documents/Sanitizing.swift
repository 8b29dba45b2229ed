// Programs, data and file names are foreign text. A terminal would obey some of it: move the
// cursor, recolour the screen, reorder a line, hide a letter. This is the one place that stops it.

extension String {
  /// This text with every character a terminal would obey, or hide, written as `\u{1B}`.
  ///
  /// Line breaks and tabs stay: the renderer lays them out itself.
  public var sanitized: String {
    escaped(where: \.isLive)
  }

  /// This text made harmless and kept on one line, as a file name must be not to pose as output.
  public var sanitizedLine: String {
    escaped { $0.isLive || $0 == "\n" || $0 == "\t" }
  }

  private func escaped(where isEscaped: (Unicode.Scalar) -> Bool) -> String {
    guard unicodeScalars.contains(where: isEscaped) else { return self }
    var output = ""
    for scalar in unicodeScalars {
      if isEscaped(scalar) {
        output += scalar.visibleEscape
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would obey or hide this scalar instead of showing it.
  ///
  /// These are Unicode's control, format (bidirectional, zero-width, tag) and line-separating
  /// characters, but not the line break and the tab.
  public var isLive: Bool {
    if value < 0x7F { return value < 0x20 && self != "\n" && self != "\t" }
    if isPlain { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// Whether this is a letter or symbol beyond ASCII that is everywhere on the page.
  ///
  /// Latin, Greek, arrows, mathematics, boxes: all of them are seen, and one column wide.
  var isPlain: Bool {
    switch value {
    case 0xA1...0xAC, 0xAE...0x2FF, 0x391...0x3FF, 0x2190...0x22FF, 0x2500...0x257F: true
    default: false
    }
  }

  /// This scalar by its number, as in `\u{1B}`.
  var visibleEscape: String {
    "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }
}
