extension StyledText {
  /// The terminal columns this text takes up.
  var displayWidth: Int {
    spans.reduce(0) { $0 + $1.text.displayWidth }
  }

  /// This text in lines of at most `width` columns, broken at spaces only.
  ///
  /// Lines after the first begin `hanging` columns further in than the first. A word, and so a
  /// number, is never broken: one that is wider than the page stands on a line of its own.
  func wrapped(to width: Int, hanging: Int) -> [StyledText] {
    guard displayWidth > width else { return [self] }
    var lines: [StyledText] = []
    var line = StyledText()
    var lineWidth = 0
    var gap: Token?
    var hang = hanging
    var hasWord = false
    for token in tokens {
      if token.isSpace {
        gap = token
        continue
      }
      let gapWidth = gap?.width ?? 0
      if lines.isEmpty, !hasWord { hang = Swift.min(gapWidth + hanging, Swift.max(width / 2, 0)) }
      if hasWord, lineWidth + gapWidth + token.width > width {
        lines.append(line)
        line = StyledText().indented(by: hang)
        lineWidth = hang
      } else if let gap {
        line.spans += gap.spans
        lineWidth += gapWidth
      }
      gap = nil
      line.spans += token.spans
      lineWidth += token.width
      hasWord = true
    }
    return lines + [line]
  }

  /// The columns of the widest word.
  var widestWord: Int {
    tokens.reduce(0) { $1.isSpace ? $0 : Swift.max($0, $1.width) }
  }

  /// This text with so many spaces before it.
  func indented(by count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: Swift.max(count, 0))) + self
  }

  /// This text without the spaces at its end.
  var withoutTrailingSpaces: StyledText {
    var trimmed = self
    while let last = trimmed.spans.last, last.text.isEmpty || last.text.utf8.last == 0x20 {
      let kept = last.text.unicodeScalars.reversed().drop { $0 == " " }.count
      if kept > 0 {
        trimmed.spans[trimmed.spans.count - 1].text = String(last.text.unicodeScalars.prefix(kept))
        break
      }
      trimmed.spans.removeLast()
    }
    return trimmed
  }

  /// The lines of this text, tabs replaced by the spaces to the next multiple of four columns.
  var linesWithoutTabs: [StyledText] {
    guard spans.contains(where: { $0.text.utf8.contains { $0 == 0x09 || $0 == 0x0A } }) else {
      return [self]
    }
    var lines = [StyledText()]
    var column = 0
    for span in spans {
      var piece = ""
      for scalar in span.text.unicodeScalars {
        if scalar == "\n" {
          lines[lines.count - 1].add(piece, span.style)
          lines.append(StyledText())
          (piece, column) = ("", 0)
        } else if scalar == "\t" {
          let spaces = 4 - column % 4
          piece += String(repeating: " ", count: spaces)
          column += spaces
        } else {
          piece.unicodeScalars.append(scalar)
          column += scalar.displayWidth
        }
      }
      lines[lines.count - 1].add(piece, span.style)
    }
    return lines
  }

  /// A word or the spaces between two words; either may change style inside.
  private struct Token {
    var spans: [Span]
    var width: Int
    var isSpace: Bool
  }

  private var tokens: [Token] {
    var tokens: [Token] = []
    for span in spans {
      var rest = span.text.unicodeScalars[...]
      while let first = rest.first {
        let isSpace = first == " "
        let run = rest.prefix { ($0 == " ") == isSpace }
        rest = rest[run.endIndex...]
        let piece = Span(text: String(run), style: span.style)
        let width = piece.text.displayWidth
        if let last = tokens.last, last.isSpace == isSpace {
          tokens[tokens.count - 1].spans.append(piece)
          tokens[tokens.count - 1].width += width
        } else {
          tokens.append(Token(spans: [piece], width: width, isSpace: isSpace))
        }
      }
    }
    return tokens
  }
}
