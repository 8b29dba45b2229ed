/// A prompt as readline wants it: what takes no room on the screen stands between \u{1} and \u{2}.
struct Prompt {
  /// The prompt with its escape sequences marked.
  let marked: String

  /// Marks the ANSI colours (`ESC [ … m` and the like) of a prompt.
  init(_ prompt: String) {
    var marked = ""
    var rest = Substring(prompt)
    while let escape = rest.firstIndex(of: "\u{1B}") {
      let end = Self.endOfSequence(in: rest[escape...])
      marked += rest[..<escape] + "\u{1}" + rest[escape..<end] + "\u{2}"
      rest = rest[end...]
    }
    self.marked = marked + rest
  }

  /// Where the escape sequence that `text` begins with is over: after its first letter.
  private static func endOfSequence(in text: Substring) -> String.Index {
    guard let letter = text.dropFirst().firstIndex(where: { $0.isLetter }) else {
      return text.endIndex
    }
    return text.index(after: letter)
  }
}
