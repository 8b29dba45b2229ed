import ArgumentParser
import Glibc
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
      draws or plots is a picture. In a folder, the pages of documents that have one name, such \
      as lesson.md, are called as the folders of those. The document itself is not changed.

      The exit status is 0 if every page was made, 1 if a cell that must fail does not, 65 if a \
      file is malformed, 66 if there is none, and 73 if a page cannot be written.
      """)

  @OptionGroup var arguments: NotebookArguments

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Another file for the page of one document, '-' for standard output, or a folder.",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  func validate() throws {
    guard let output, isFolder else { return }
    if output == "-" {
      throw ValidationError("standard output takes the page of one document")
    }
    var seen: Set<String> = []
    for file in files where !seen.insert(place(for: file)).inserted {
      throw ValidationError("two pages would be called '\(place(for: file).sanitizedLine)'")
    }
  }

  func run() throws {
    let results = Output.results()
    if let output, isFolder { mkdir(output, 0o777) }
    let status = try arguments.forEach(draws: false, keepsPieces: true) { file, run in
      let page = NotebookPage(run)
      let place = place(for: file)
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

  private var files: [String] { arguments.files }

  /// Whether the pages go to a folder.
  private var isFolder: Bool {
    guard let output else { return false }
    var status = stat()
    return files.count > 1 || output.hasSuffix("/")
      || stat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func place(for file: String) -> String {
    if let output, !isFolder { return output }
    guard file != "-" || output != nil else { return "-" }
    var page = file == "-" ? "stdin" : file
    for ending in [".md", ".markdown"] where page.hasSuffix(ending) {
      page = String(page.dropLast(ending.count))
      break
    }
    page += ".html"
    guard var folder = output else { return page }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let parts = page.split(separator: "/")
    if areNamedAlike, parts.count > 1 { return folder + "/" + parts[parts.count - 2] + ".html" }
    return folder + "/" + (parts.last ?? "")
  }

  /// Whether all documents have one name, as lessons have, so that their folders tell them apart.
  private var areNamedAlike: Bool {
    let names = Set(files.map { $0.split(separator: "/").last ?? "" })
    return files.count > 1 && names.count == 1
  }
}
