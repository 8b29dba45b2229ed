import Language
import Teaching

extension REPLCommand {
  static let undo = REPLCommand(
    "undo", usage: ":undo", "take the last statement back"
  ) { repl, _ in
    if let statement = repl.session.undoLastChange() {
      repl.guide?.attempt?.takeBack(statement)
      let line = statement.split(separator: "\n").first.map(String.init) ?? ""
      repl.say("took back: \(line)\(statement.contains("\n") ? " …" : "")")
    } else {
      repl.say("there is nothing to take back")
    }
  }
}
