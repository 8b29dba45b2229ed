import ArgumentParser
import Glibc
import Reporting

/// `gradus` alone: the prompt, or what standard input holds if that is no terminal.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask for statements and answer them.",
    usage: """
      gradus [--load <file>] [--color <color>] [--ascii] [--digits <n>] [--width <n>]
      gradus <command> ...
      """,
    shouldDisplay: false)

  @OptionGroup var page: PageOptions

  @OptionGroup var limits: LimitOptions

  @OptionGroup var learner: LearnerOption

  @Option(
    help: ArgumentHelp("A program to run first.", valueName: "file"),
    completion: .file(extensions: ["grad"]))
  var load: String?

  @Argument(help: .hidden)
  var stray: [String] = []

  func validate() throws {
    guard let word = stray.first else { return }
    let shown = word.sanitizedLine
    if word.hasSuffix(".grad") || access(word, F_OK) == 0 {
      throw ValidationError("to run a program, write: gradus run \(shown)")
    }
    let commands = Gradus.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName }
    let closest = closestName(to: word, among: commands)
    throw ValidationError(
      "there is no command '\(shown)'" + (closest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  func run() throws {
    guard isatty(STDIN_FILENO) == 1 else {
      let page = page.choice
      let run = ProgramRun(limits: limits.limits) { WordReport($0, page) }
      if let load {
        let status = run.run(try ProgramArgument.read(load))
        if status != .done { throw status.code }
      }
      throw run.run(try ProgramArgument.read("-")).code
    }
    let prompt = REPL(look: page.choice, limits: limits.limits)
    prompt.learner = learner.seed
    prompt.greet()
    if let load { prompt.run(try ProgramArgument.read(load)) }
    prompt.run()
  }
}
