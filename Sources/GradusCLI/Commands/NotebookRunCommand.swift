import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Runs notebooks and writes what their cells print into them.
struct NotebookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run every cell and write its output into the file.",
    discussion: """
      Nothing else in the file changes, and a file whose outputs are current is not written. What \
      comes from standard input goes to standard output.

      The exit status is 0 if every file was run, 1 if a cell that must fail does not, 65 if a file \
      is malformed, 66 if there is none, and 73 if one cannot be written.
      """)

  @OptionGroup var arguments: NotebookArguments

  func run() throws {
    let output = Output.results()
    let status = try arguments.forEach(draws: true) { file, run in
      let bytes = run.updated
      let isCurrent = bytes == run.notebook.source.bytes
      if file == "-" {
        output.write(bytes)
      } else {
        let count = run.results.count { !$0.isCurrent }
        let pictures = run.results.count {
          !$0.isPictureCurrent || !PictureFiles.isCurrent($0, in: run.folder)
        }
        for result in run.results { try PictureFiles.write(result, in: run.folder) }
        if !isCurrent { try write(bytes, to: file) }
        let written = [(count, "output"), (pictures, "picture")].filter { $0.0 > 0 }
        output.write(
          "\(file.sanitizedLine): \(counted(run.results.count, "cell")), "
            + (written.isEmpty
              ? "nothing changed\n"
              : written.map { counted($0.0, $0.1) }.joined(separator: " and ") + " written\n"))
      }
      output.flush()
      for result in run.results where result.isUnexpected { Complaint.tell(result, in: file) }
      return run.results.contains { $0.isUnexpected && !$0.hasFailed } ? .failed : .done
    }
    throw status.code
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    do throws(SystemError) {
      try AtomicFile.write(bytes, to: file)
    } catch {
      try Complaint.leave(.cannotWrite, "cannot write '\(file.sanitizedLine)': \(error.words)")
    }
  }
}

/// A number and what it counts: `1 cell`, `2 cells`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
