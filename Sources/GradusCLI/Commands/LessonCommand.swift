import ArgumentParser

/// The lessons of the course.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "List and show the lessons, or check them as their author.",
    subcommands: [LessonListCommand.self, LessonShowCommand.self, LessonCheckCommand.self])
}
