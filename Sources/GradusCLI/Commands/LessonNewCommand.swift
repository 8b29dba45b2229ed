import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Begins a lesson.
struct LessonNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a lesson: its folder, with an exercise, to be filled in.",
    discussion: """
      What is still to be filled in says so; 'gradus lesson check' lists it.

      The exit status is 0 if all files were written, 64 if the name is none for a lesson or is \
      taken, and 73 if they cannot be written.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "Its name: 21-weight-decay, or weight-decay for the next number.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "The folder of the lessons, made if need be; 'lessons' unless given.", valueName: "dir"),
    completion: .directory)
  var lessons = "lessons"

  func run() throws {
    let library = LessonLibrary(folder: lessons)
    if let folder = LessonDraft.namesake(of: name, in: library) {
      try Complaint.leave(
        .usage,
        "there is such a lesson already: '\(folder.sanitizedLine)'; go on with it, or choose "
          + "another name")
    }
    guard let draft = LessonDraft(name, in: library) else {
      try Complaint.leave(
        .usage,
        "'\(name.sanitizedLine)' cannot be the name of a lesson: use small letters, digits and "
          + "'-', and a number that is free, as in 21-weight-decay")
    }
    let folder = "\(library.folder)/\(draft.name)"
    let output = Output.results()
    do throws(SystemError) {
      for (path, text) in draft.files {
        StateFolder.make(above: "\(folder)/\(path)", mode: 0o777)
        try AtomicFile.write(text, to: "\(folder)/\(path)")
        output.write("\("\(folder)/\(path)".sanitizedLine)\n")
      }
    } catch {
      output.flush()
      try Complaint.leave(
        .cannotWrite, "cannot write in '\(folder.sanitizedLine)': \(error.words)")
    }
    output.write("'gradus lesson check \(folder.sanitizedLine)' says what is to be filled in\n")
    output.flush()
  }
}
