import ArgumentParser
import Glibc
import Language
import Reporting

/// Runs a program, then walks through what it computes, one step at a time.
struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Run a program and walk through its last result, one step at a time.",
    discussion: """
      The walk is through what the program says 'step' of last; if it never does, through what it \
      says 'backward' of last, and else through the last value it defines. Where there is no \
      terminal to walk on, both passes are printed.
      """)

  @OptionGroup var program: ProgramArgument

  @Flag(help: "JSON lines instead of words, diagnostics among them.")
  var json = false

  @OptionGroup(title: "How it looks") var page: PageOptions

  @OptionGroup(title: "What it may use") var limits: LimitOptions

  func run() throws {
    let text = try program.read()
    let page = page.choice
    let run = ProgramRun(limits: limits.limits, remembers: true) { session -> any RunReport in
      if json { JSONReport(session) } else { WordReport(session, page) }
    }
    var wanted: Pass?
    run.walk = { pass in
      wanted = pass
      return true
    }
    let result = LastResult(of: run)
    let status = run.run(text)
    guard status == .done || status == .failed else { throw status.code }
    guard let pass = wanted ?? result.pass() else {
      try Complaint.leave(
        .programError, "'\(program.file.sanitizedLine)' defines no value to walk through")
    }
    if !json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      WalkPrompt.walk(pass, run.session, page)
    } else {
      run.tell(.walk(pass))
    }
    throw status.code
  }
}
