extension REPLCommand {
  static let quit = REPLCommand(
    "quit", usage: ":quit", "leave; so does Ctrl-D", bareWords: ["quit", "exit"]
  ) { repl, _ in
    repl.quit()
  }
}
