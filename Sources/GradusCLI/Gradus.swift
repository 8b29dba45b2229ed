import ArgumentParser

/// The program: its commands, and what is there without one.
@main struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "See every step of backpropagation, with the numbers in.",
    usage: "gradus [--load <file>]\ngradus <command> ...",
    discussion: """
      Without a command it asks for statements and answers them; with --load FILE, it runs a \
      program first.

      EXAMPLE:
        $ gradus run - <<< 'input x = 2; y = tanh(x); backward y'
      """,
    version: "gradus 0.1.0",
    subcommands: [
      RunCommand.self, StepCommand.self, ExportCommand.self, NotebookCommand.self,
      LessonCommand.self,
      GradeCommand.self,
      ReferenceCommand.self, PromptCommand.self,
    ],
    defaultSubcommand: PromptCommand.self)

  /// The commands a person is told about, each with how it is written.
  static var commands: [(usage: String, summary: String)] {
    configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay).map { command in
      ("gradus \(command.commandName ?? "")", command.abstract)
    }
  }

  static func main() {
    Signals.install()
    main(nil)
  }
}
