import ArgumentParser
import Glibc
import Reporting
import Teaching

/// `gradus lesson NAME`: the prompt, with a lesson open.
struct LessonPlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Read a lesson at the prompt; without a name, go on with the course.")

  @ArgumentParser.Argument(
    help: ArgumentHelp("A lesson: its number, its name or a part of it.", valueName: "name"))
  var name: String?

  @OptionGroup var lessons: LessonsOption

  @OptionGroup var learner: LearnerOption

  @OptionGroup(title: "How it looks") var page: PageOptions

  @OptionGroup var limits: LimitOptions

  func run() throws {
    let library = try lessons.library()
    if let name, library.lesson(name) == nil {
      try Complaint.leave(
        .noInput, "there is no lesson '\(name.sanitizedLine)'; 'gradus lesson list' lists them")
    }
    let prompt = REPL(look: page.choice, limits: limits.limits)
    prompt.lessonsFolder = library.folder
    prompt.learner = learner.seed
    prompt.openLesson(name ?? "")
    prompt.run()
  }
}
