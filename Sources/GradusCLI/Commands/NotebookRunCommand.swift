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
      is malformed, 66 if there is none, and 73 if one cannot be written, or has changed while its \
      cells ran.
      """)

  @OptionGroup var arguments: NotebookArguments

  func run() throws {
    let output = Output.results()
    var (files, cells, outputs, pictures) = (0, 0, 0, 0)
    let status = try arguments.forEach(draws: true) { file, run in
      files += 1
      cells += run.results.count
      var status =
        run.results.contains { $0.isUnexpected && !$0.hasFailed } ? ExitStatus.failed : .done
      if file == "-" {
        output.write(run.updated)
      } else {
        let old = (
          run.results.count { !$0.isCurrent },
          run.results.count {
            !$0.isPictureCurrent || !PictureFiles.isCurrent($0, in: run.folder)
          }
        )
        let trouble = write(run, to: file)
        if trouble.isEmpty {
          (outputs, pictures) = (outputs + old.0, pictures + old.1)
          output.write(
            "\(file.sanitizedLine): \(counted(run.results.count, "cell")), "
              + "\(Self.written(old.0, old.1))\n")
        }
        output.flush()
        for words in trouble { Complaint.tell(words) }
        if !trouble.isEmpty { status = .cannotWrite }
      }
      output.flush()
      PictureFiles.tellOfOthers(beside: run.notebook, in: run.folder)
      for result in run.results where result.isUnexpected { Complaint.tell(result, in: file) }
      return status
    }
    let count = arguments.files.count
    if count > 1 {
      let unread = count - files
      output.write(
        "\(counted(files, "file")), \(counted(cells, "cell")): \(Self.written(outputs, pictures))"
          + (unread == 0 ? "\n" : "; \(counted(unread, "file")) not read\n"))
      output.flush()
    }
    throw status.code
  }

  private static func written(_ outputs: Int, _ pictures: Int) -> String {
    let written = [(outputs, "output"), (pictures, "picture")].filter { $0.0 > 0 }
    return written.isEmpty
      ? "nothing changed"
      : written.map { counted($0.0, $0.1) }.joined(separator: " and ") + " written"
  }

  /// Writes a document and its pictures; gives what could not be written.
  private func write(_ run: NotebookRun, to file: String) -> [String] {
    let name = file.sanitizedLine
    guard arguments.isOrdinary(file) else {
      return ["cannot write '\(name)': it is no file; '-' reads from a pipe, and writes to one"]
    }
    guard let now = try? ProgramFile.read(file), now.bytes == run.notebook.source.bytes else {
      return ["'\(name)' has changed while its cells ran, and stays as it is: run it again"]
    }
    var trouble = run.results.compactMap { PictureFiles.write($0, in: run.folder) }
    let bytes = run.updated
    guard bytes != run.notebook.source.bytes else { return trouble }
    do throws(SystemError) {
      try AtomicFile.write(bytes, to: file)
    } catch {
      trouble.append("cannot write '\(name)': \(error.words)")
    }
    return trouble
  }
}

/// A number and what it counts: `1 cell`, `2 cells`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
