import Language
public import Reporting

/// Grades submissions to one exercise, each in sessions of its own.
public struct Grader: Sendable {
  let exercise: Exercise
  /// The learner's name or number, from which the numbers of a quiz are drawn.
  let seed: String?
  let isInterrupted: @Sendable () -> Bool
  /// Whether the lines of submissions have numbers for their author: not if they were typed one by one.
  var numbersLines = true

  /// The largest submission, in bytes.
  public static let largest = 1 << 16

  /// A grader.
  public init(
    _ exercise: Exercise, seed: String? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.exercise = exercise
    self.seed = seed
    self.isInterrupted = isInterrupted
  }

  /// Grades a submission.
  public func grade(_ submission: SourceText) -> Report {
    var report = Report(
      exercise: exercise.id, title: exercise.title, submission: submission.name, parts: [])
    guard submission.bytes.count <= Self.largest else {
      report.messages = ["the submission is larger than \(Self.largest >> 10) KiB"]
      report.parts = untested("limit")
      return report
    }
    let gradesAnswers = exercise.kind.asksForAnswers
    report.parts =
      gradesAnswers
      ? AnswerGrading(self, submission).parts(&report)
      : ProgramGrading(self, submission).parts(&report)
    report.shorten()
    return report
  }

  /// The report on a submission that cannot be read, and why.
  public func report(on submission: String, unreadable reason: String) -> Report {
    Report(
      exercise: exercise.id, title: exercise.title, submission: submission, messages: [reason],
      parts: untested("missing"))
  }

  private func untested(_ diagnosis: String) -> [Report.Part] {
    exercise.check.parts.indices.map { part($0, losing: "nothing was tested", diagnosis) }
  }

  func session(readsFiles: Bool = false) -> GradingSession {
    let session = GradingSession(exercise.limits, readsFiles: readsFiles, isInterrupted)
    session.numbersLines = numbersLines
    return session
  }

  /// Runs a statement of the exercise's own graph, with the numbers drawn for the learner or others.
  @discardableResult func runGiven(
    _ statement: StatementOutline, in session: GradingSession,
    drawn: [(name: String, number: String)]? = nil
  ) -> GradingSession.Outcome {
    let outcome = session.run(statement, of: exercise.check.source)
    // At once, so that a leaf below whose start is computed from this one follows the draw.
    for (name, number) in drawn ?? exercise.drawn(for: seed) where statement.defined.contains(name)
    {
      session.run("set \(name) = \(number)")
    }
    return outcome
  }

  // MARK: Parts

  /// A part that got all its points.
  func part(_ place: Int) -> Report.Part {
    let maximum = exercise.points[place]
    return Report.Part(
      name: exercise.check.parts[place].title, points: maximum, maximum: maximum, messages: [],
      diagnoses: [])
  }

  /// A part that got none, and why; `remark` says where to look.
  func part(
    _ place: Int, losing message: String, _ findings: [Report.Finding], _ remark: String? = nil
  ) -> Report.Part {
    var part = part(place)
    part.points = 0
    part.messages = [message] + findings.filter { $0.id != "unknown" }.map(\.text)
    if let remark { part.messages.append(remark) }
    part.diagnoses = findings
    return part
  }

  /// A part that got none, for a reason that needs no explanation.
  func part(_ place: Int, losing message: String, _ id: String) -> Report.Part {
    var part = part(place, losing: message, [])
    part.diagnoses = [Report.Finding(id: id, text: message)]
    return part
  }

  /// A part that got none because something could not be run.
  func part(_ place: Int, failing outcome: GradingSession.Outcome, _ isSubmission: Bool = true)
    -> Report.Part
  {
    let message = Grader.words(outcome, isSubmission)
    let isLimit = outcome.error?.id.hasPrefix("limit") ?? false
    return part(place, losing: message, isLimit ? "limit" : "error")
  }

  /// What went wrong, in one line.
  static func words(_ outcome: GradingSession.Outcome, _ isSubmission: Bool) -> String {
    let message = outcome.error?.message ?? "it does not hold"
    guard isSubmission, let line = outcome.line else { return message }
    return "line \(line): \(message)"
  }
}
