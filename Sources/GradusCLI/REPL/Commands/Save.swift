import Language
import Reporting

extension REPLCommand {
  static let save = REPLCommand(
    "save", usage: ":save neuron.grad", "write the session as a program that makes it again",
    words: { _, typed in FileCompletion.paths(beginning: typed) }
  ) { repl, words in
    let path = words.asPath
    guard !path.isEmpty else {
      repl.say("name a file: ':save neuron.grad'")
      return
    }
    let program = repl.session.program
    do throws(SystemError) {
      try AtomicFile.write(program, to: path)
      let count = repl.session.statementCount
      repl.say(
        "saved \(count == 1 ? "1 statement" : "\(count) statements") to \(path.sanitizedLine)")
    } catch {
      repl.say("cannot write '\(path.sanitizedLine)': \(error.words)")
    }
  }
}
