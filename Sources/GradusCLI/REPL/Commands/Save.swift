import Glibc
import Language
import Reporting

extension REPLCommand {
  static let save = REPLCommand(
    "save", usage: ":save neuron.grad", "write the session as a program, or a notebook: notes.md",
    words: { _, typed in FileCompletion.paths(beginning: typed) }
  ) { repl, words in
    let path = words.asPath
    guard !path.isEmpty else {
      repl.say("name a file: ':save neuron.grad', or ':save notes.md' for a notebook")
      return
    }
    if [".md", ".markdown"].contains(where: path.hasSuffix) { return repl.saveNotebook(to: path) }
    let statements = repl.session.statements
    var lines: [String] = []
    for statement in statements { lines += statement.comments + [statement.words(beside: path)] }
    let program = (lines + repl.session.lastComments).map { $0 + "\n" }.joined()
    do throws(SystemError) {
      try AtomicFile.write(program, to: path)
      let count = statements.count
      repl.say(
        "saved \(counted(count, "statement")) to \(path.sanitizedLine)\(repl.wordsForFailures)")
    } catch {
      repl.say("cannot write '\(path.sanitizedLine)': \(error.words)")
    }
  }
}

extension KeptStatement {
  /// Its words as they must stand in a file, so that they name the files they name here.
  func words(beside path: String) -> String {
    guard let here = getcwd(nil, 0) else { return words }
    defer { free(here) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return words(in: folder, here: String(cString: here))
  }
}
