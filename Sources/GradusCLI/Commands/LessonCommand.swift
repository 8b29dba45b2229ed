import ArgumentParser

/// The lessons of the course.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Read a lesson and do its exercises; list lessons, or check them.",
    usage: "gradus lesson [<name>] [--lessons <dir>] [--seed <name>]\ngradus lesson <command> ...",
    subcommands: [
      LessonPlayCommand.self, LessonListCommand.self, LessonShowCommand.self,
      LessonCheckCommand.self, LessonNewCommand.self,
    ],
    defaultSubcommand: LessonPlayCommand.self)
}
