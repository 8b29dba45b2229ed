import Reporting
import Teaching

extension REPLCommand {
  static let submit = REPLCommand(
    "submit", usage: ":submit answer.grad", "grade what you typed, or a file", isForLessons: true,
    words: { _, typed in FileCompletion.paths(beginning: typed) }
  ) { repl, words in
    repl.withLesson { guide in
      let path = words.asPath
      if path.isEmpty { return guide.submit(nil) }
      do throws(ProgramFile.Failure) {
        guide.submit(try ProgramFile.read(path, atMost: Grader.largest))
      } catch {
        repl.say(error.message)
      }
    }
  }
}
