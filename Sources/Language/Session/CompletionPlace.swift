/// Where in a statement the word being typed stands, as far as completion must know.
struct CompletionPlace {
  /// A call whose brackets are open around the word.
  struct Call {
    /// What is called; empty for a list.
    var name: String
    /// The option or setting it is given for: `optimizer` in `optimizer=adam(`.
    var option: String?
  }

  /// Whether the word is the first of its statement.
  private(set) var isAtStart: Bool
  /// The first word of its statement; `net` where a line goes on with an arrow.
  private(set) var statement: String?
  /// The calls that are open, the innermost last.
  private(set) var calls: [Call] = []
  /// The option or setting whose value the word begins.
  private(set) var option: String?
  /// Whether an arrow stands right before the word.
  let isAfterArrow: Bool

  init(_ line: String) {
    let text = line.split(omittingEmptySubsequences: false) { "\n;{".contains($0) }.last ?? ""
    let words = text.split { " \t".contains($0) }
    isAtStart = words.isEmpty
    let last = text.last { !" \t".contains($0) }
    isAfterArrow = words.last?.hasSuffix("->") == true
    statement = words.first.map { $0.hasPrefix("->") ? "net" : String($0) }
    read(text)
    if last != "=" { option = nil }
  }

  /// The innermost call that has a name.
  var call: Call? { calls.last { !$0.name.isEmpty } }

  /// Whether the statement is no definition, whose name stands before a sign too.
  private var takesOptions: Bool {
    statement == "net" || statement.flatMap { Verbs.named($0) } != nil
  }

  private mutating func read(_ text: Substring) {
    // The option being given at each depth of brackets.
    var options: [String?] = [nil]
    var name = ""
    var (isInText, isEnded) = (false, false)
    var previous: Character = " "
    for character in text {
      defer { previous = character }
      if character == "\"" { isInText.toggle() }
      if isInText { continue }
      if character.isLetter || character.isNumber || "_.".contains(character) {
        name = isEnded ? String(character) : name + String(character)
        isEnded = false
        continue
      }
      if " \t".contains(character) {
        isEnded = true
        continue
      }
      switch character {
      case "(", "[":
        calls.append(Call(name: character == "(" ? name : "", option: options.last ?? nil))
        options.append(nil)
      case ")", "]":
        if options.count > 1 {
          options.removeLast()
          calls.removeLast()
        }
      case ",": options[options.count - 1] = nil
      case ">" where previous == "-": options[options.count - 1] = nil
      case "=" where !"=<>!".contains(previous) && (takesOptions || options.count > 1):
        options[options.count - 1] = name
      default: break
      }
      name = ""
    }
    option = options.last ?? nil
  }
}
