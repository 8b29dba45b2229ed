import ArgumentParser
import Reporting
import Teaching

/// Runs notebooks and makes a page of each.
struct NotebookHTMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Run every cell and make one self-contained page of the document.",
    discussion: """
      The page lies beside the document, as notes.html beside notes.md; what comes from standard \
      input goes to standard output. It needs no other file and no network. What a cell goes \
      through with 'forward', 'backward' or 'step' can be stepped through in it, and what it \
      draws or plots is a picture. The document itself is not changed.

      The exit status is 0 if every page was made, 1 if a cell that must fail does not, 65 if a \
      file is malformed, 66 if there is none, and 73 if a page cannot be written.
      """)

  @OptionGroup var arguments: NotebookArguments

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Another place for the page of a single document; '-' for standard output.",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  func validate() throws {
    if output != nil, arguments.files.count > 1 {
      throw ValidationError("'--output' is for one document; there are \(arguments.files.count)")
    }
  }

  func run() throws {
    let results = Output.results()
    let status = try arguments.forEach(draws: false, keepsPieces: true) { file, run in
      let page = NotebookPage(run)
      let place = output ?? NotebookHTMLCommand.place(for: file)
      if place == "-" {
        results.write(page.text)
      } else {
        do throws(SystemError) {
          try AtomicFile.write(page.text, to: place)
        } catch {
          try Complaint.leave(
            .cannotWrite, "cannot write '\(place.sanitizedLine)': \(error.words)")
        }
        results.write(
          "\(place.sanitizedLine): \(counted(run.results.count, "cell")), "
            + "\(counted(page.stepperCount, "tape")) to step through\n")
      }
      results.flush()
      for result in run.results where result.isUnexpected { Complaint.tell(result, in: file) }
      return run.results.contains { $0.isUnexpected && !$0.hasFailed } ? .failed : .done
    }
    throw status.code
  }

  private static func place(for file: String) -> String {
    guard file != "-" else { return "-" }
    for ending in [".md", ".markdown"] where file.hasSuffix(ending) {
      return file.dropLast(ending.count) + ".html"
    }
    return file + ".html"
  }
}
