/// What each symbol becomes where only ASCII may be shown.
///
/// Symbols the program writes itself become something that reads alike, Greek letters become their
/// names, and everything else its number, as in `\u{4E2D}`. Nothing disappears.
public enum AsciiFallback {
  /// A text in ASCII.
  public static func text(_ text: String) -> String {
    pieces([text]).joined()
  }

  /// A text given in pieces, each piece in ASCII; a symbol's neighbours may be in other pieces.
  public static func pieces(_ pieces: [String]) -> [String] {
    if pieces.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return pieces }
    let scalars = pieces.map { Array($0.unicodeScalars) }
    var before = Before()
    var output: [String] = []
    for (number, piece) in scalars.enumerated() {
      var text = ""
      for (index, scalar) in piece.enumerated() {
        let next =
          index + 1 < piece.count
          ? piece[index + 1] : scalars[(number + 1)...].first { !$0.isEmpty }?.first
        text += replacement(for: scalar, after: before, next: next)
        before.add(scalar)
      }
      output.append(text)
    }
    return output
  }

  private static func replacement(
    for scalar: Unicode.Scalar, after before: Before, next: Unicode.Scalar?
  ) -> String {
    if scalar.isASCII { return String(scalar) }
    if scalar == "·" {
      return before.word == .name && isDigit(next) ? "." : "*"
    }
    if let raised = superscripts[scalar] { return before.level == .raised ? raised : "^" + raised }
    if let lowered = subscripts[scalar] {
      return before.level == .lowered ? lowered : "_" + lowered
    }
    return symbols[scalar] ?? greekLetters[scalar] ?? scalar.visibleEscape
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  /// What stands directly before a symbol, as far as its replacement depends on it.
  private struct Before {
    enum Word { case none, number, name }
    enum Level { case line, raised, lowered }

    /// Whether a name or a number ends here: `h·3` is the third `h`, `2·3` is a product.
    var word = Word.none
    /// Whether a superscript or subscript ends here: `10⁻¹²` is raised once, `10^-12`.
    var level = Level.line

    mutating func add(_ scalar: Unicode.Scalar) {
      if superscripts[scalar] != nil {
        (word, level) = (.none, .raised)
      } else if subscripts[scalar] != nil {
        level = .lowered
      } else {
        level = .line
        if isDigit(scalar) {
          if word == .none { word = .number }
        } else if scalar == "_" || scalar.properties.isAlphabetic {
          if word == .none { word = .name }
        } else if scalar != "·" || word != .name {
          word = .none
        }
      }
    }
  }
}
