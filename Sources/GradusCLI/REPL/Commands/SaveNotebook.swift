import Glibc
import Language
import Reporting
import Teaching

extension REPL {
  /// Writes the session as a notebook, but never over words that somebody may have written.
  func saveNotebook(to path: String) {
    let name = path.sanitizedLine
    if access(path, F_OK) == 0, !isOwn(path) {
      say("there is a file '\(name)' with other words in it; ':save' leaves it as it is")
      return
    }
    let runner = CellRunner(limits: limits, isInterrupted: { Interruption.isRequested })
    do throws(DocumentFault) {
      let notebook = try SessionNotebook(
        session.statements, comments: session.lastComments, for: path,
        words: { $0.words(beside: path) }, by: runner)
      guard let notebook else {
        Interruption.reset()
        say("stopped; nothing is written")
        return
      }
      write(notebook, to: path)
    } catch {
      for diagnostic in error.diagnostics { say(presenter.document(diagnostic)) }
    }
  }

  private func write(_ notebook: SessionNotebook, to path: String) {
    let name = path.sanitizedLine
    do throws(SystemError) {
      try AtomicFile.write(notebook.bytes, to: path)
      notebooks[path] = notebook.bytes
      say("saved \(counted(notebook.cellCount, "cell")) to \(name)\(wordsForFailures)")
    } catch {
      say("cannot write '\(name)': \(error.words)")
    }
  }

  /// What is said of entries that are not saved because they came to an error.
  var wordsForFailures: String {
    switch session.failureCount {
    case 0: ""
    case 1: "; 1 entry came to an error and is left out"
    case let count: "; \(count) entries came to an error and are left out"
    }
  }

  /// Whether a file is a notebook as this prompt wrote it.
  private func isOwn(_ path: String) -> Bool {
    guard let bytes = notebooks[path], let file = try? ProgramFile.read(path) else { return false }
    return file.bytes == bytes
  }
}
