import ArgumentParser
import Glibc
import Language

/// Runs a program and tells what happens.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a program.",
    discussion: """
      Results go to standard output, everything else to standard error.

      The exit status is 0 if all went well, 1 if a check, a claim or an expectation does not \
      hold, 2 if the program has an error, 64 if the command line has one, 66 if there is no such file, 73 if \
      something cannot be written, and 130 if it was interrupted.
      """)

  @OptionGroup var program: ProgramArgument

  @Flag(help: "JSON lines instead of words, diagnostics among them.")
  var json = false

  @OptionGroup(title: "How it looks") var page: PageOptions

  @OptionGroup(title: "What it may use") var limits: LimitOptions

  func run() throws {
    let text = try program.read()
    let page = page.choice
    let run = ProgramRun(limits: limits.limits) { session -> any RunReport in
      if json { JSONReport(session) } else { WordReport(session, page) }
    }
    if !json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      run.walk = { [session = run.session] pass in
        WalkPrompt.walk(pass, session, page)
        return true
      }
      run.ask = { [session = run.session] quiz in
        QuizPrompt.ask(quiz, session, page)
        return true
      }
    }
    throw run.run(text).code
  }
}
