/// Mathematics as it is written in Markdown, between `$` signs, and as a terminal shows it.
///
/// Markdown would take signs of mathematics for its own, as `_` for emphasis. So before the text is
/// read as Markdown, what stands between `$` signs is hidden from it: each sign of ASCII becomes one
/// of Unicode's private use, and is brought back afterwards.
enum Mathematics {
  /// What stands for the `$` before and after.
  static let opening: Unicode.Scalar = "\u{E100}"
  static let closing: Unicode.Scalar = "\u{E101}"

  private static let shift: UInt32 = 0xE000

  /// A line of Markdown with its mathematics hidden; `isOpen` if it began in a line before.
  static func hide(_ line: String, _ isOpen: inout Bool) -> String {
    let scalars = Array(line.unicodeScalars)
    var output = ""
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\\", !isOpen, place + 1 < scalars.count {
        output.unicodeScalars.append(contentsOf: scalars[place...place + 1])
        place += 2
      } else if scalar == "`", !isOpen, let end = codeEnd(scalars, place) {
        output.unicodeScalars.append(contentsOf: scalars[place..<end])
        place = end
      } else if scalar == "$", place + 1 < scalars.count, scalars[place + 1] == "$" {
        output.unicodeScalars.append(isOpen ? closing : opening)
        isOpen.toggle()
        place += 2
      } else if scalar == "$", !isOpen, let end = inlineEnd(scalars, place) {
        output.unicodeScalars.append(opening)
        output += hidden(scalars[place + 1..<end])
        output.unicodeScalars.append(closing)
        place = end + 1
      } else {
        output += isOpen ? hidden([scalar]) : String(scalar)
        place += 1
      }
    }
    return output
  }

  /// A text with what was hidden brought back.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { hiddenRange.contains($0.value) }) else {
      return text
    }
    var output = ""
    for scalar in text.unicodeScalars {
      if hiddenRange.contains(scalar.value), let old = Unicode.Scalar(scalar.value - shift) {
        output.unicodeScalars.append(old)
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static let hiddenRange = (shift + 0x21)...(shift + 0x7E)

  private static func hidden(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var output = ""
    for scalar in scalars {
      let isSign =
        (0x21...0x7E).contains(scalar.value) && !scalar.properties.isAlphabetic
        && !("0"..."9").contains(scalar)
      let hidden = isSign ? Unicode.Scalar(scalar.value + shift) ?? scalar : scalar
      output.unicodeScalars.append(hidden)
    }
    return output
  }

  /// The place after a span of code that begins here; nil if none does.
  private static func codeEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let length = scalars[start...].prefix { $0 == "`" }.count
    var place = start + length
    while place < scalars.count {
      let run = scalars[place...].prefix { $0 == "`" }.count
      if run == length { return place + run }
      place += max(run, 1)
    }
    return nil
  }

  /// Where mathematics ends that begins here; no price, as in "$5 and $6".
  private static func inlineEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 1 < scalars.count, scalars[start + 1] != " " else { return nil }
    for place in start + 1..<scalars.count where scalars[place] == "$" && place > start + 1 {
      let isDigit = place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
      if scalars[place - 1] != " ", scalars[place - 1] != "\\", !isDigit { return place }
    }
    return nil
  }
}
