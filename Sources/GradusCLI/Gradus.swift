import ArgumentParser

/// The program: its commands, and what is there without one.
@main struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "See every step of backpropagation, with the numbers in.",
    usage: "gradus [<command>]",
    discussion: """
      Without a command it asks for statements and answers them.

      EXAMPLE:
        $ gradus run - <<< 'input x = 2; y = tanh(x); backward y'
      """,
    version: "gradus 0.1.0",
    subcommands: [
      RunCommand.self, PromptCommand.self,
    ],
    defaultSubcommand: PromptCommand.self)

  static func main() {
    Signals.install()
    main(nil)
  }
}
