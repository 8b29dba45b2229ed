/// Reads the part of TeX that fits on a line, and writes it in Unicode.
///
/// What has no form on a line keeps its words: an unknown `\word` is shown as `word`.
struct TeXReader {
  private var rest: ArraySlice<Unicode.Scalar>
  private var depth = 0

  /// Braces deeper than this are shown as they are.
  private static let deepest = 32

  /// The mathematics as a person reads it on a line.
  static func text(_ source: String) -> String {
    var reader = TeXReader(rest: Array(source.unicodeScalars)[...])
    var text = ""
    while !reader.rest.isEmpty {
      text += reader.sequence()
      // A brace that nothing opened.
      if reader.rest.first == "}" { reader.rest.removeFirst() }
    }
    return text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// Everything up to a closing brace.
  private mutating func sequence() -> String {
    var text = ""
    while let next = rest.first, next != "}" {
      switch next {
      case "^", "_":
        rest.removeFirst()
        text = text.trimmedAtEnd + script(raised: next == "^")
      default: text += item()
      }
    }
    return text
  }

  /// One sign, one command with what belongs to it, or a group in braces.
  private mutating func item() -> String {
    guard let next = rest.popFirst() else { return "" }
    switch next {
    case "{":
      guard depth < Self.deepest else { return "{" }
      depth += 1
      let text = sequence()
      depth -= 1
      if rest.first == "}" { rest.removeFirst() }
      return text
    case "\\": return command()
    case "-": return "−"
    case "'": return "′"
    case "*": return "·"
    case "~", "&", "\n": return " "
    default: return String(next)
    }
  }

  private mutating func command() -> String {
    let letters = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    guard !letters.isEmpty else {
      // `\,` is a small space, `\\` the end of a line, `\{` a brace.
      let sign = rest.popFirst().map(String.init) ?? ""
      return [",", ";", ":", "!", " ", "\\"].contains(sign) ? " " : sign
    }
    rest = rest[letters.endIndex...]
    var name = ""
    name.unicodeScalars.append(contentsOf: letters)
    switch name {
    case "frac", "tfrac", "dfrac":
      let top = argument()
      return top.asFactor + "/" + argument().asOne
    case "sqrt": return "√" + argument().asOne
    case "text", "mathrm", "mathbf", "mathbb", "mathcal", "mathit", "operatorname", "textbf",
      "boldsymbol":
      return argument()
    case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "limits", "quad", "qquad":
      return name.hasSuffix("quad") ? "  " : ""
    case "hat", "bar", "tilde", "dot", "vec", "overline", "widehat":
      return argument() + (TeXSymbols.accents[name] ?? "")
    default:
      guard let symbol = TeXSymbols.all[name] else {
        // A word, as `\log`, stands apart from what it is the logarithm of.
        return rest.first == "{" || rest.first == "\\" ? name + " " : name
      }
      // What is written apart stays apart, but for signs that belong to what follows them.
      if TeXSymbols.prefixes.contains(name) { rest = rest.drop { $0 == " " } }
      return TeXSymbols.spaced.contains(symbol) ? " \(symbol) " : symbol
    }
  }

  /// What a command is given: the next group or sign.
  private mutating func argument() -> String {
    rest = rest.drop { $0 == " " }
    return item()
  }

  /// A superscript or subscript: in small signs if there is one for each.
  private mutating func script(raised: Bool) -> String {
    let text = argument().filter { $0 != " " }
    guard !text.isEmpty else { return raised ? "^" : "_" }
    let table = raised ? TeXSymbols.raised : TeXSymbols.lowered
    var small = ""
    for scalar in text.unicodeScalars {
      guard let sign = table[scalar] else {
        let isShort =
          text.unicodeScalars.count == 1 || text.allSatisfy { $0.isLetter || $0.isNumber }
        return (raised ? "^" : "_") + (isShort ? text : "(\(text))")
      }
      small.unicodeScalars.append(sign)
    }
    return small
  }
}

extension String {
  /// The text in parentheses unless it is one thing.
  fileprivate var asFactor: String {
    let isOne = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || !" +−·/=<>,".unicodeScalars.contains($0)
    }
    return isOne ? self : "(\(self))"
  }

  /// The text in parentheses unless nothing is multiplied in it either: not `2n`.
  fileprivate var asOne: String {
    let isProduct = zip(unicodeScalars, unicodeScalars.dropFirst()).contains { left, right in
      ("0"..."9").contains(left)
        && ("√∂∇∑".unicodeScalars.contains(right)
          || right.properties.isAlphabetic && right.properties.generalCategory != .modifierLetter)
    }
    return isProduct && asFactor == self ? "(\(self))" : asFactor
  }

  /// The text without spaces at its end.
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}
