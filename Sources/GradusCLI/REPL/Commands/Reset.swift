extension REPLCommand {
  static let reset = REPLCommand(
    "reset", usage: ":reset", "forget everything and begin again"
  ) { repl, _ in
    repl.beginAgain()
    repl.say("everything is forgotten")
  }
}
