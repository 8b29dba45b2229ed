/// One way to complete a word.
struct Completion: Equatable, Sendable {
  /// What the word becomes.
  var text: String
  /// One line that says what it is, shown beside it when several are listed.
  var help: String
}

/// A word under the cursor, split into what stays as it is and the name that is completed.
///
/// Readline ends words at ASCII operators only; `1..n` and `2·η` come whole.
struct CompletionWord {
  /// The part before the name.
  let head: String
  /// The name, as far as it is typed: letters, digits, `_` and single dots, or `:` or `\` before them.
  let name: String

  /// Splits a word as readline found it.
  init(_ word: String) {
    var start = word.endIndex
    while start > word.startIndex {
      let before = word.index(before: start)
      let isDotAfterDot = word[before] == "." && start < word.endIndex && word[start] == "."
      guard Self.belongsToName(word[before]), !isDotAfterDot else { break }
      start = before
    }
    if start < word.endIndex && word[start] == "." && start > word.startIndex {
      start = word.index(after: start)
    }
    head = String(word[..<start])
    name = String(word[start...])
  }

  /// The candidates that fit, as they stand in place of the whole word.
  ///
  /// A single candidate may replace the name altogether (`\eta` becomes `η`); of several, those
  /// that begin with the name remain.
  func fitting(_ candidates: [Completion]) -> [Completion] {
    let fitting = candidates.filter { $0.text.utf8.starts(with: name.utf8) }
    return fitting.isEmpty && candidates.count == 1 ? candidates : fitting
  }

  private static func belongsToName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.:\\".contains(character)
  }
}
