import Teaching

extension REPLCommand {
  static let hint = REPLCommand(
    "hint", usage: ":hint rule", "a hint: nudge, rule, numbers, solution; alone, the next",
    isForLessons: true,
    words: { _, _ in HintRung.allCases.map { Completion(text: $0.name, help: "a hint") } }
  ) { repl, word in
    repl.withLesson { $0.hint(word) }
  }
}
