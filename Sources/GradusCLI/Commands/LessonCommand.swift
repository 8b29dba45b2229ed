import ArgumentParser

/// The lessons of the course.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "List the lessons, or check them as their author.",
    subcommands: [LessonListCommand.self, LessonCheckCommand.self])
}
