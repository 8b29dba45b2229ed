import ArgumentParser

/// Runs the cells of Markdown files.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run the cells of Markdown files, check their recorded outputs, or make pages.",
    discussion: """
      A cell is a fenced block that begins with ```gradus; a block ```output right after it is its \
      recorded output, in which a line '...' stands for any lines. All cells of a file run from top \
      to bottom in one session, and a cell that fails does not stop the others. Cells stand at the \
      margin: those inside of a list or a quotation do not run.

      Words after ```gradus say more: 'error' (the cell must fail), 'nondeterministic' (recorded, \
      not compared), 'hidden' (not shown to a learner), 'label=NAME'. With \
      'draw=VALUE' a graph, and with 'plot=SERIES' a plot, stands below the output as a picture \
      that GitHub shows: a block of Mermaid, or a file NAME-pictures/….svg beside NAME.md.
      """,
    subcommands: [NotebookRunCommand.self, NotebookCheckCommand.self, NotebookHTMLCommand.self])
}
