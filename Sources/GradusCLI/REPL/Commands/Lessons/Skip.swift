extension REPLCommand {
  static let skip = REPLCommand(
    "skip", usage: ":skip", "show and run the solution", isForLessons: true
  ) { repl, _ in
    repl.withLesson { $0.skip() }
  }
}
