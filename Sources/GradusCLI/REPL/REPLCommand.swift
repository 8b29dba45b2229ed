/// A command of the prompt: what help, completion and the prompt need to know about it.
struct REPLCommand: Sendable {
  /// The word after the colon.
  let name: String
  /// How it is written.
  let usage: String
  /// One line for help and completion.
  let summary: String
  /// Words that mean the same at a bare prompt, where people try them first.
  let bareWords: [String]
  /// What it does, given the rest of the line.
  let run: @Sendable (REPL, String) -> Void

  init(
    _ name: String, usage: String, _ summary: String, bareWords: [String] = [],
    run: @escaping @Sendable (REPL, String) -> Void
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.bareWords = bareWords
    self.run = run
  }

  /// Every command, in the order of help.
  static let all: [REPLCommand] = [
    .help, .undo, .save, .load, .set, .reset, .quit,
  ]

  /// The command of that name; a beginning that only one command has will do.
  static func named(_ name: String) -> REPLCommand? {
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let beginning = all.filter { $0.name.hasPrefix(name) }
    return beginning.count == 1 && !name.isEmpty ? beginning[0] : nil
  }

  /// The command that a word means when it stands alone.
  static func bareWord(_ word: String) -> REPLCommand? {
    all.first { $0.bareWords.contains(word) }
  }
}
