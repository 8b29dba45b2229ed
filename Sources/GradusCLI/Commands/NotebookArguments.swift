import ArgumentParser
import Glibc
import Language
import Reporting
import Teaching

/// The files that a command about notebooks is given.
struct NotebookArguments: ParsableArguments {
  @ArgumentParser.Argument(
    help: ArgumentHelp("Markdown files, or '-' for standard input.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Only the cells with this label or under this heading; those before run all the same.",
      valueName: "name"))
  var only: String?

  @Option(help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
  var color: Page.Color = .auto

  @OptionGroup(title: "What a document may use") var limits: LimitOptions

  /// Runs each file and hands over what became of it; the worst that happened is the status.
  ///
  /// `draws` if pictures that cells draw to files are to be drawn.
  /// `keepsPieces` if the results are to have the events behind what is printed.
  func forEach(
    draws: Bool, keepsPieces: Bool = false, _ body: (String, NotebookRun) throws -> ExitStatus
  ) throws -> ExitStatus {
    Interruption.install()
    var status = ExitStatus.done
    var picked = 0
    var names: [String] = []
    for file in files {
      guard let notebook = read(file, &status) else { continue }
      let filter = CellFilter(only)
      names += CellFilter.names(in: notebook)
      Complaint.tell(notebook.warnings, in: notebook.sources)
      let runner = runner(draws: draws)
      runner.keepsPieces = keepsPieces
      let run = NotebookRun(of: notebook, only: filter, by: runner)
      if run.isInterrupted { return .interrupted }
      picked += run.results.count
      status = max(status, try body(file, run))
    }
    if let only, picked == 0, status == .done {
      let closest = closestName(to: only, among: names).map { "; did you mean '\($0)'?" } ?? ""
      try Complaint.leave(
        .usage, "no cell has the label '\(only.sanitizedLine)' or stands under it\(closest)")
    }
    return status
  }

  private func read(_ file: String, _ status: inout ExitStatus) -> Notebook? {
    do throws(ProgramFile.Failure) {
      var text = try ProgramFile.read(file)
      // Nothing lies beside a pipe, whatever its name.
      if file != "-", !isOrdinary(file) { text = SourceText(name: "<\(file)>", bytes: text.bytes) }
      do throws(DocumentFault) {
        return try Notebook(text)
      } catch {
        Complaint.tell(error)
        status = max(status, .malformed)
      }
    } catch {
      Complaint.tell(error.message)
      status = max(status, .noInput)
    }
    return nil
  }

  /// Whether a file is one that stays, and no pipe.
  func isOrdinary(_ file: String) -> Bool {
    var status = stat()
    return stat(file, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private func runner(draws: Bool) -> CellRunner {
    let runner = CellRunner(limits: limits.limits, isInterrupted: { Interruption.isRequested })
    if draws {
      runner.draw = Drawing.draw
      runner.plot = Drawing.plot
    }
    return runner
  }
}
