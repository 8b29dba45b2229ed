import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Lists the lessons.
struct LessonListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons with their exercises.")

  @OptionGroup var lessons: LessonsOption

  @Flag(help: "A JSON object a line.")
  var json = false

  @OptionGroup(title: "How it looks") var page: PageOptions

  func run() throws {
    let library = try lessons.library()
    let output = Output.results()
    let page = Page(page.choice, of: STDOUT_FILENO)
    var table = Table([.right, .left, .right, .right])
    var status = ExitStatus.done
    for folder in library.lessonFolders {
      do throws(DocumentFault) {
        let lesson = try Lesson(folder: folder)
        if json {
          output.write(lesson.jsonValue.text + "\n")
        } else {
          table.rows.append(row(lesson))
        }
      } catch {
        Complaint.tell(error)
        status = .malformed
      }
    }
    var document = Document()
    document.add(table)
    output.write(page.renderer.text(document))
    output.flush()
    throw status.code
  }

  private func row(_ lesson: Lesson) -> [StyledText] {
    [
      StyledText("\(lesson.number)", .number),
      StyledText(lesson.title, .heading) + StyledText("  \(lesson.summary)"),
      StyledText("\(lesson.minutes) min", .muted),
      StyledText(counted(lesson.exercises.count, "exercise"), .muted),
    ]
  }
}

extension Lesson {
  /// The facts about the lesson.
  fileprivate var jsonValue: JSONValue {
    .object([
      ("type", .string("lesson")), ("name", .string(name)), ("number", .integer(number)),
      ("title", .string(title)), ("summary", .string(summary)), ("minutes", .integer(minutes)),
      ("needs", .array(needs.map(JSONValue.string))),
      ("teaches", .array(teaches.map(JSONValue.string))),
      ("exercises", .array(exercises.map(JSONValue.string))),
    ])
  }
}
