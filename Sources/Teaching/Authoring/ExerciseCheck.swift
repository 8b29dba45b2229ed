import Language
import Reporting

/// Holds an exercise to its word: the start fails, the solution passes, each mistake gets its
/// diagnosis, and no hint gives the solution away.
struct ExerciseCheck {
  private(set) var faults: [DocumentFault] = []
  private let exercise: Exercise
  private let grader: Grader

  init(_ exercise: Exercise, _ isInterrupted: @escaping @Sendable () -> Bool) {
    self.exercise = exercise
    grader = Grader(exercise, isInterrupted: isInterrupted)
    lookAtCheck()
    lookAtTraining()
    lookAtRuns()
    lookAtStart()
    lookAtSolution()
    for wrong in exercise.wrong { look(at: wrong) }
    if exercise.wrong.isEmpty {
      faults.append(
        LessonFiles.fault(
          exercise.folder + "/wrong", "there is no mistake that the exercise can name",
          "write one, with '# diagnosis: …' in its first line"))
    }
    lookAtHints()
  }

  /// The graph that answers are about must run, and what is claimed of it must be so.
  private mutating func lookAtCheck() {
    guard exercise.kind.asksForAnswers else { return }
    let outcome = grader.session(readsFiles: true).run(exercise.check.source)
    if let error = outcome.error {
      faults.append(
        DocumentFault(
          exercise.check.source, error.message, "mend it; nothing after it was tested",
          line: outcome.line ?? 1))
    } else if !outcome.holds {
      complain(
        exercise.check.source, "something in it does not hold", "gradus run check.grad says what")
    }
  }

  /// What is tested of a training must be tied to what is given: a learner may train anything.
  private mutating func lookAtTraining() {
    let words = Set(exercise.check.statements.flatMap(\.outline.operands).flatMap(Self.names))
    let given = exercise.given.map { Session.outline(of: $0).statements.flatMap(\.defined) } ?? []
    guard let training = exercise.training else {
      if !exercise.kind.asksForAnswers, words.contains("run") || words.contains("loss") {
        complain(
          exercise.check.source, "this tests a training, and nothing says what is to be trained",
          "add 'trains: mlp on xor' to the facts in task.md; then nothing else counts")
      }
      return
    }
    let name = training.data ?? training.subject
    if !given.contains(name) {
      complain(
        exercise.task.source, "'\(name)' is not given, so a learner may change it",
        "define it in given.grad")
    }
    if training.data != nil, training.loss == nil, words.contains("loss") {
      complain(
        exercise.check.source, "this tests the loss that a training tells, and it may be any loss",
        "compute it here, or say which: 'trains: \(training.subject) on \(name) with mse'")
    }
  }

  /// The words of an expression that may be names.
  private static func names(in expression: String) -> [String] {
    expression.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  /// What is changed before a run from another start must be there to be changed.
  private mutating func lookAtRuns() {
    for change in exercise.check.runs.compactMap(\.change) {
      let session = grader.session(readsFiles: true)
      if let given = exercise.given { session.run(given) }
      guard let error = session.run(change).error else { continue }
      complain(
        exercise.check.source, "after '# again:': \(error.message)", "set what given.grad defines")
    }
  }

  private mutating func lookAtStart() {
    guard grader.grade(exercise.filled(exercise.start, for: nil)).isFull else { return }
    complain(
      exercise.start, "this gets every point already", "leave blanks '___', or a rule that is wrong"
    )
  }

  private mutating func lookAtSolution() {
    let report = grader.grade(exercise.solution)
    for part in report.parts where !part.holds {
      complain(
        exercise.solution, "the solution loses the part '\(part.name)'",
        (report.messages + part.messages).joined(separator: "; "))
    }
  }

  private mutating func look(at wrong: Exercise.Wrong) {
    let report = grader.grade(wrong.source)
    guard !report.isFull else {
      return complain(wrong.source, "this mistake gets every point", "test for it in check.grad")
    }
    let found = report.parts.flatMap(\.diagnoses).map(\.id)
    if !found.contains(wrong.diagnosis) {
      complain(
        wrong.source, "the diagnosis is not '\(wrong.diagnosis)'",
        "it is \(Set(found).sorted().joined(separator: ", "))")
    }
  }

  // MARK: Hints

  private mutating func lookAtHints() {
    guard case .list(let hints)? = exercise.task.frontMatter?.value("hints") else { return }
    let known = Set(Self.answers(in: exercise.start))
    let answers = Self.answers(in: exercise.solution).filter { !known.contains($0) }
    for hint in hints {
      let giveaway = HintGiveaway(hint.text)
      for answer in answers where giveaway.gives(answer) {
        let diagnostic = Diagnostic(
          "lesson", "the hint '\(hint.text)' gives the solution '\(answer)' away", at: hint.range,
          notes: ["say the rule, and leave the last step to the learner"])
        faults.append(DocumentFault(exercise.task.source, [diagnostic]))
      }
    }
  }

  /// What a submission says its names and claims are.
  private static func answers(in submission: SourceText) -> [String] {
    Session.outline(of: submission).statements.compactMap { statement in
      statement.definition ?? (statement.verb == "claim" ? statement.operands.last : nil)
    }
  }

  private mutating func complain(_ source: SourceText, _ message: String, _ remedy: String) {
    faults.append(DocumentFault(source, message, remedy))
  }
}
