/// The words of one value of a front matter: plain, in quotes, or a list in brackets.
enum FrontMatterWords {
  /// What is wrong with a value.
  struct Problem: Error {
    let message: String
  }

  /// One piece of text.
  static func scalar(_ text: String) throws(Problem) -> String {
    var rest = Array(text.unicodeScalars)[...]
    let words = try item(&rest, endingAt: [])
    return words
  }

  /// The items of `[a, "b"]`.
  static func list(_ text: String) throws(Problem) -> [String] {
    var rest = Array(text.unicodeScalars).dropFirst()
    var items: [String] = []
    skipSpaces(&rest)
    while let next = rest.first, next != "]" {
      items.append(try item(&rest, endingAt: [",", "]"]))
      if rest.first == "," { rest.removeFirst() }
      skipSpaces(&rest)
    }
    guard rest.popFirst() == "]" else {
      throw Problem(message: "the list is not closed: ']' is missing")
    }
    try end(&rest, endingAt: [])
    return items
  }

  private typealias Rest = ArraySlice<Unicode.Scalar>

  private static func item(_ rest: inout Rest, endingAt ends: [Unicode.Scalar]) throws(Problem)
    -> String
  {
    skipSpaces(&rest)
    guard let first = rest.first else { return "" }
    guard first == "\"" || first == "'" else { return try plain(&rest, endingAt: ends) }
    let words = first == "'" ? try singleQuoted(&rest) : try doubleQuoted(&rest)
    try end(&rest, endingAt: ends)
    return words
  }

  /// Signs that mean something else to YAML where a value begins.
  private static let special: Set<Unicode.Scalar> = [
    "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "#", ",", "?", ":",
  ]

  private static func plain(_ rest: inout Rest, endingAt ends: [Unicode.Scalar]) throws(Problem)
    -> String
  {
    if let first = rest.first,
      special.contains(first) || first == "-" && rest.dropFirst().first == " "
    {
      throw Problem(message: "a value that begins with '\(first)' needs quotes: \"…\"")
    }
    var words = ""
    var last: Unicode.Scalar = " "
    while let next = rest.first, !ends.contains(next) {
      if next == "#", last == " " {
        rest = []
        break
      }
      if last == ":", next == " " { throw colon }
      words.unicodeScalars.append(next)
      last = next
      rest.removeFirst()
    }
    while words.unicodeScalars.last == " " { words.unicodeScalars.removeLast() }
    if words.unicodeScalars.last == ":" { throw colon }
    return words
  }

  private static let colon = Problem(
    message: "a value with a colon before a space needs quotes: \"…\"")

  private static func singleQuoted(_ rest: inout Rest) throws(Problem) -> String {
    rest.removeFirst()
    var words = ""
    while let next = rest.popFirst() {
      if next == "'" {
        guard rest.first == "'" else { return words }
        rest.removeFirst()
      }
      words.unicodeScalars.append(next)
    }
    throw Problem(message: "the quotes are not closed: \"'\" is missing")
  }

  private static func doubleQuoted(_ rest: inout Rest) throws(Problem) -> String {
    rest.removeFirst()
    var words = ""
    while let next = rest.popFirst() {
      if next == "\"" { return words }
      guard next == "\\" else {
        words.unicodeScalars.append(next)
        continue
      }
      switch rest.popFirst() {
      case "n": words += "\n"
      case "t": words += "\t"
      case "\"": words += "\""
      case "\\": words += "\\"
      case let other:
        let sign = other.map(String.init) ?? ""
        throw Problem(
          message:
            "'\\\(sign)' means nothing in quotes; a backslash is '\\\\', or use 'single' ones")
      }
    }
    throw Problem(message: "the quotes are not closed: '\"' is missing")
  }

  private static func end(_ rest: inout Rest, endingAt ends: [Unicode.Scalar]) throws(Problem) {
    let hasSpace = rest.first == " "
    skipSpaces(&rest)
    guard let next = rest.first, !ends.contains(next) else { return }
    if next == "#", hasSpace { return rest = [] }
    throw Problem(message: "something stands after the end of the value: '\(next)'")
  }

  private static func skipSpaces(_ rest: inout Rest) {
    rest = rest.drop { $0 == " " || $0 == "\t" }
  }
}
