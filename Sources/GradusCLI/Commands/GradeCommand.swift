import ArgumentParser
import Glibc
import Reporting
import Teaching

/// Grades submissions to an exercise.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade submissions to an exercise.",
    discussion: """
      Each submission is graded by itself, without files, within the limits of the exercise; one \
      that breaks or cannot be read costs only itself. What is right is never said.

      The exit status is 0 if every submission has all points, 1 if one has not, 65 if the exercise \
      is malformed, and 66 if there is no such file.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "An exercise: its folder, or a name such as 05/01.", valueName: "exercise"),
    completion: .directory)
  var exercise: String

  @ArgumentParser.Argument(
    help: ArgumentHelp("Programs, or '-' for standard input.", valueName: "submission"),
    completion: .file(extensions: ["grad"]))
  var submissions: [String]

  @Option(help: "The form; json is an object a line, gradescope takes one submission.")
  var report: ReportForm = .text

  @OptionGroup var learner: LearnerOption

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("A file, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var lessons: LessonsOption

  @OptionGroup(title: "How it looks") var page: PageOptions

  func validate() throws {
    if report == .gradescope, submissions.count > 1 {
      throw ValidationError("--report gradescope takes one submission, not \(submissions.count)")
    }
  }

  func run() throws {
    Interruption.install()
    let exercise = try readExercise()
    if learner.seed == nil, !exercise.draws.isEmpty { Complaint.tell(Self.note(exercise)) }
    let grader = Grader(
      exercise, seed: learner.seed, isInterrupted: { Interruption.isRequested })
    var status = ExitStatus.done
    var reports: [Report] = []
    for file in submissions {
      let report: Report
      do throws(ProgramFile.Failure) {
        report = grader.grade(try SubmissionFile.read(file))
      } catch {
        Complaint.tell(error.message)
        status = max(status, .noInput)
        report = grader.report(on: file, unreadable: error.message)
      }
      if report.isInterrupted { throw ExitStatus.interrupted.code }
      reports.append(report)
      if !report.isFull { status = max(status, .failed) }
    }
    try write(reports)
    throw status.code
  }

  /// Which numbers an exercise is graded with where no learner is named.
  private static func note(_ exercise: Exercise) -> String {
    let numbers = exercise.drawn(for: nil).map { "\($0.name) = \($0.number)" }
    return "the numbers are \(numbers.joined(separator: ", ")); "
      + "--seed NAME grades with a learner's own"
  }

  private func readExercise() throws -> Exercise {
    var folder = exercise
    if access(exercise + "/task.md", F_OK) != 0 {
      let library = try lessons.library()
      guard let found = library.exercise(exercise) else {
        let names = library.exerciseNames
        let closest =
          closestName(to: exercise, among: names).map { "; did you mean '\($0)'?" } ?? ""
        try Complaint.leave(
          .noInput, "there is no exercise '\(exercise.sanitizedLine)'\(closest)")
      }
      folder = found
    }
    do throws(DocumentFault) {
      return try Exercise(folder: folder)
    } catch {
      Complaint.tell(error)
      throw ExitStatus.malformed.code
    }
  }

  private func write(_ reports: [Report]) throws {
    var choice = page.choice
    if output != nil { choice.color = .never }
    let page = Page(choice, of: STDOUT_FILENO)
    let text = report.text(of: reports, by: page.renderer)
    guard let output, output != "-" else {
      let results = Output.results()
      results.write(text)
      results.flush()
      return
    }
    do throws(SystemError) {
      try AtomicFile.write(text, to: output)
    } catch {
      try Complaint.leave(.cannotWrite, "cannot write '\(output.sanitizedLine)': \(error.words)")
    }
  }
}
