import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Compares the recorded outputs of notebooks with what their cells print.
struct NotebookCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every cell and compare its output with the recorded one.",
    discussion: """
      Writes nothing. Each output that is not current is shown as a difference, with the lines of \
      the file.

      The exit status is 0 if every output is current, 1 if one is not, if a cell fails, or if one \
      that must fail does not, 65 if a file is malformed, and 66 if there is none.
      """)

  @OptionGroup var arguments: NotebookArguments

  func run() throws {
    let output = Output.results()
    var (files, cells, stale, failing) = (0, 0, 0, 0)
    let page = Page(Page.Choice(color: arguments.color), of: STDOUT_FILENO)
    // What differs is shown as it is, however long its lines are.
    let renderer = TextRenderer(width: 10_000, color: page.color)
    let status = try arguments.forEach(draws: false) { file, run in
      files += 1
      cells += run.results.count
      for result in run.stale {
        for diff in [result.outputDifference, result.pictureDifference] {
          output.write(renderer.text(diff.document(file.sanitizedLine)))
        }
        output.flush()
      }
      let old = run.results.filter { !PictureFiles.isCurrent($0, in: run.folder) }
      for picture in old.compactMap({ $0.picture?.file }) {
        let path = PictureFiles.path(of: picture, in: run.folder)
        output.write(
          "\(path.sanitizedLine) is not what its cell plots; 'gradus notebook run' writes it\n")
      }
      let strays = run.notebook.warnings.count { $0.id == Notebook.strayPicture }
      let count = Set((run.stale + old).map(\.cell.number)).count + strays
      let failures = run.results.count(where: \.hasFailedUnexpectedly)
      stale += count
      failing += failures
      PictureFiles.tellOfOthers(beside: run.notebook, in: run.folder)
      for result in run.results where result.isUnexpected { Complaint.tell(result, in: file) }
      return count + failures == 0 ? .done : .failed
    }
    let unread = arguments.files.count - files
    let notRead = "\(counted(unread, "file")) not read"
    output.write(
      (files == 0
        ? notRead
        : "\(counted(files, "file")), \(counted(cells, "cell")): "
          + (stale == 0 ? "every output is current" : "\(stale) stale")
          + (failing == 0 ? "" : failing == 1 ? "; 1 cell fails" : "; \(failing) cells fail")
          + (unread == 0 ? "" : "; \(notRead)")) + "\n")
    output.flush()
    throw status.code
  }
}

extension Complaint {
  /// Says that a cell fails and is not marked so, or is marked so and does not.
  static func tell(_ result: NotebookRun.Result, in file: String) {
    let place = "\(file.sanitizedLine):\(result.cell.line)"
    tell(
      result.hasFailed
        ? "\(place): cell \(result.cell.number) fails; if it should, write ```gradus error"
        : "\(place): cell \(result.cell.number) must fail, and does not")
  }
}
