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
  /// Words that may follow it, for completion; nil if nothing may.
  let words: (@Sendable (_ repl: REPL, _ typed: String) -> [Completion])?
  /// Whether it means something only while a lesson is read.
  let isForLessons: Bool
  /// What it does, given the rest of the line.
  let run: @Sendable (REPL, String) -> Void

  init(
    _ name: String, usage: String, _ summary: String, bareWords: [String] = [],
    isForLessons: Bool = false,
    words: (@Sendable (_ repl: REPL, _ typed: String) -> [Completion])? = nil,
    run: @escaping @Sendable (REPL, String) -> Void
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.bareWords = bareWords
    self.isForLessons = isForLessons
    self.words = words
    self.run = run
  }

  /// Whether something may follow it on its line.
  var takesWords: Bool { words != nil }

  /// Every command, in the order of help.
  static let all: [REPLCommand] = [
    .help, .undo, .save, .load, .set, .reset, .quit,
    .lesson, .hint, .submit, .skip, .back, .goto, .info, .main, .progress,
  ]

  /// Those that a beginner is told of; the first help has to fit on a screen.
  static let first: [REPLCommand] = [.lesson, .undo, .save, .load, .set, .quit]

  /// The command of that name; a beginning that only one command has will do; those for lessons
  /// stand back.
  static func named(_ name: String) -> REPLCommand? {
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let beginning = all.filter { $0.name.hasPrefix(name) }
    let general = beginning.filter { !$0.isForLessons }
    if name.isEmpty { return nil }
    return general.count == 1 ? general[0] : beginning.count == 1 ? beginning[0] : nil
  }

  /// The command that a word means when it stands alone.
  static func bareWord(_ word: String) -> REPLCommand? {
    all.first { $0.bareWords.contains(word) }
  }

  /// What the last word of a command's line, as far as it is typed, may become.
  static func completions(for word: String, _ typed: String, _ repl: REPL) -> [Completion] {
    guard let blank = typed.firstIndex(where: \.isWhitespace) else {
      return all.map { Completion(text: ":\($0.name)", help: $0.summary) }
    }
    let name = typed[..<blank].dropFirst()
    let rest = String(typed[blank...].drop(while: \.isWhitespace))
    // The editor ends words at signs that file names may have: it gets the end of what fits.
    let kept = rest.dropLast(word.count)
    return (named(String(name))?.words?(repl, rest) ?? [])
      .filter { $0.text.hasPrefix(kept) }
      .map { Completion(text: String($0.text.dropFirst(kept.count)), help: $0.help) }
  }
}
