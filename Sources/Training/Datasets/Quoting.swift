import Reporting

// How foreign words and numbers are put into a message about data.

extension String {
  /// This text in quotes, on one line, and cut short where it is long.
  var quoted: String {
    let shown = unicodeScalars.prefix(String.longestShown)
    var text = String(String.UnicodeScalarView(shown))
    if shown.endIndex < unicodeScalars.endIndex { text += "…" }
    return "'\(text.sanitizedLine)'"
  }

  /// The path of a file in quotes; of a long one the end, which says more.
  var quotedPath: String {
    let shown = unicodeScalars.suffix(String.longestShown)
    let text = String(String.UnicodeScalarView(shown)).sanitizedLine
    return shown.startIndex > unicodeScalars.startIndex ? "'…\(text)'" : "'\(text)'"
  }

  private static let longestShown = 64
}

extension [String] {
  /// The first few, in quotes.
  var listed: String {
    prefix(8).map(\.quoted).joined(separator: ", ") + (count > 8 ? " …" : "")
  }
}

extension [Int] {
  /// The first few.
  var numbers: String {
    prefix(8).map(String.init).joined(separator: ", ") + (count > 8 ? " …" : "")
  }
}

extension Int {
  /// As in `1 row` and `3 rows`.
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension Double {
  /// The shortest text that reads back as this number.
  var exact: String { NumberStyle.exact.text(self) }
}
