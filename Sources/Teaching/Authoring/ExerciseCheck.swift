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
    let answers = Session.outline(of: exercise.solution).statements.compactMap { statement in
      statement.definition ?? (statement.verb == "claim" ? statement.operands.last : nil)
    }
    for hint in exercise.hints {
      for answer in answers where Self.gives(answer, away: hint) {
        complain(
          exercise.task.source, "the hint '\(hint)' gives the solution '\(answer)' away",
          "say the rule, and leave the last step to the learner")
      }
    }
  }

  /// Whether a hint holds a solution's text, or a number of it to three digits.
  static func gives(_ answer: String, away hint: String) -> Bool {
    let (answer, hint) = (plain(answer), plain(hint))
    if let number = Double(answer) {
      return numbers(in: hint).contains {
        $0 == number || number != 0 && abs($0 / number - 1) < 5e-4
      }
    }
    return answer.count > 2 && hint.contains(answer)
  }

  private static func plain(_ text: String) -> String {
    let signs: [Character: String] = ["·": "*", "−": "-", "²": "^2", "×": "*", " ": ""]
    return text.map { signs[$0] ?? String($0) }.joined()
  }

  private static func numbers(in text: String) -> [Double] {
    var numbers: [Double] = []
    var word = ""
    for character in text + " " {
      if character.isNumber || character == "." || word.isEmpty && character == "-" {
        word.append(character)
        continue
      }
      while word.hasSuffix(".") { word.removeLast() }
      if let number = Double(word) { numbers.append(number) }
      word = character == "-" ? "-" : ""
    }
    return numbers
  }

  private mutating func complain(_ source: SourceText, _ message: String, _ remedy: String) {
    faults.append(DocumentFault(source, message, remedy))
  }
}
