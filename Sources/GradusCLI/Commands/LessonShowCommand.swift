import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Shows a lesson as it is to be read.
struct LessonShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a lesson to read, with the outputs it records.")

  @ArgumentParser.Argument(
    help: ArgumentHelp("A lesson: its number, its name or a part of it.", valueName: "lesson"))
  var name: String

  @OptionGroup var lessons: LessonsOption

  @OptionGroup(title: "How it looks") var page: PageOptions

  func run() throws {
    let library = try lessons.library()
    guard let folder = library.lesson(name) else {
      try Complaint.leave(
        .noInput, "there is no lesson '\(name.sanitizedLine)'; 'gradus lesson list' lists them")
    }
    let output = Output.results()
    let page = Page(page.choice, of: STDOUT_FILENO)
    do throws(DocumentFault) {
      output.write(page.renderer.text(try Lesson(folder: folder).document))
    } catch {
      Complaint.tell(error)
      throw ExitStatus.malformed.code
    }
    output.flush()
  }
}
