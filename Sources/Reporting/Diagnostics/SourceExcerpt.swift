/// One line of a program around a place, narrow enough for the page, and what underlines it.
///
/// Reads only the bytes near the place, so a line of ten million characters costs no more than a
/// short one.
struct SourceExcerpt {
  /// The line, or the part of it around the place, with ellipses where it goes on.
  let line: StyledText
  /// Spaces, then `~` under the marked text, or `^` where the mark has no width.
  let underline: String

  /// The line around `focus`, the first or last byte of `range`, in at most `columns` columns.
  init(
    of source: SourceText, marking range: Range<Int>, around focus: Int, columns: Int, ascii: Bool
  ) {
    let columns = max(columns, 16)
    let stretch = Stretch(of: source.bytes, around: focus, reach: 4 * columns)
    let mark = range.clamped(to: stretch.bytes)
    let parts = [
      stretch.bytes.lowerBound..<mark.lowerBound, mark, mark.upperBound..<stretch.bytes.upperBound,
    ].map { source.text($0).sanitized }
    var glyphs = Glyphs(ascii ? AsciiFallback.pieces(parts) : parts)
    if range.lowerBound < stretch.bytes.lowerBound { glyphs.unmarkLeadingSpaces() }

    let ellipsis = ascii ? "..." : "…"
    var window = glyphs.all.indices
    if stretch.isCut || glyphs.width(of: window) >= columns {
      let middle =
        focus == range.lowerBound
        ? glyphs.mark.lowerBound : max(glyphs.mark.lowerBound, glyphs.mark.upperBound - 1)
      window = glyphs.window(around: middle, columns: columns - 2 * ellipsis.displayWidth - 1)
    }

    var line = StyledText()
    if window.lowerBound > 0 || stretch.isCutBefore { line.add(ellipsis, .muted) }
    let shown = glyphs.mark.clamped(to: window)
    let leading = line.displayWidth + glyphs.width(of: window.lowerBound..<shown.lowerBound)
    line.add(glyphs.text(of: window))
    if window.upperBound < glyphs.all.count || stretch.isCutAfter { line.add(ellipsis, .muted) }
    self.line = line
    let marked = glyphs.width(of: shown)
    underline =
      String(repeating: " ", count: leading)
      + (marked == 0 ? "^" : String(repeating: "~", count: marked))
  }
}

/// The bytes of a line that lie near a place, cut between characters.
private struct Stretch {
  private(set) var bytes: Range<Int>
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  var isCut: Bool { isCutBefore || isCutAfter }

  init(of text: [UInt8], around focus: Int, reach: Int) {
    let lineBreak = UInt8(ascii: "\n")
    let focus = min(max(focus, 0), text.count)
    var start = focus
    while start > 0, text[start - 1] != lineBreak, !isCutBefore {
      if focus - start == reach { isCutBefore = true } else { start -= 1 }
    }
    var end = focus
    while end < text.count, text[end] != lineBreak, !isCutAfter {
      if end - focus == reach { isCutAfter = true } else { end += 1 }
    }
    func isInsideCharacter(_ index: Int) -> Bool { text[index] & 0b1100_0000 == 0b1000_0000 }
    if isCutBefore {
      for _ in 0..<3 where start < focus && isInsideCharacter(start) { start += 1 }
    }
    if isCutAfter {
      for _ in 0..<3 where end > focus && isInsideCharacter(end) { end -= 1 }
    } else if end > start, text[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    bytes = start..<end
  }
}

/// The characters of a line as they will stand on the page, and which of them are marked.
private struct Glyphs {
  private(set) var all: [(scalar: Unicode.Scalar, width: Int)] = []
  private(set) var mark = 0..<0

  /// The text before the mark, in it and after it; a tab becomes spaces.
  init(_ parts: [String]) {
    var column = 0
    var ends: [Int] = []
    for part in parts {
      for scalar in part.unicodeScalars {
        let isTab = scalar == "\t"
        let glyph = isTab ? (scalar: " ", width: 1) : (scalar: scalar, width: scalar.displayWidth)
        let copies = isTab ? 4 - column % 4 : 1
        all += repeatElement(glyph, count: copies)
        column += copies * glyph.width
      }
      ends.append(all.count)
    }
    mark = ends[0]..<ends[1]
  }

  mutating func unmarkLeadingSpaces() {
    let spaces = all[mark].prefix { $0.scalar == " " }.count
    mark = mark.lowerBound + spaces..<mark.upperBound
  }

  func width(of range: Range<Int>) -> Int {
    all[range].reduce(0) { $0 + $1.width }
  }

  func text(of range: Range<Int>) -> String {
    var text = ""
    for glyph in all[range] { text.unicodeScalars.append(glyph.scalar) }
    return text
  }

  /// As many glyphs around one of them as fit, about a third of them before it.
  func window(around middle: Int, columns: Int) -> Range<Int> {
    var low = middle
    var high = middle
    var used = 0
    func takeBefore(upTo limit: Int) {
      while low > 0, used + all[low - 1].width <= limit {
        low -= 1
        used += all[low].width
      }
    }
    takeBefore(upTo: columns / 3)
    while high < all.count, used + all[high].width <= columns {
      used += all[high].width
      high += 1
    }
    takeBefore(upTo: columns)
    // A combining mark is nothing without the letter it belongs to.
    while low > 0, low < middle, all[low].width == 0 { low += 1 }
    return low..<high
  }
}
