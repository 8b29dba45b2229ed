import CReadline

/// How wide text is on a terminal, where 漢 takes two columns and a combining accent none.
enum TextWidth {
  /// The columns that a text takes.
  static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Int(gradus_columns_of($1.value)) }
  }

  /// The text itself if it fits, or as much of it as leaves room for an ellipsis.
  static func truncated(_ text: String, columns limit: Int) -> String {
    if columns(text) <= limit { return text }
    var width = 1
    let kept = text.prefix { character in
      width += columns(String(character))
      return width <= limit
    }
    return kept + "…"
  }
}
