import Language
import Reporting
import Teaching

/// Leads through a lesson at the prompt: shows its stops, and takes the answers to its exercises.
///
/// What is typed and is no answer runs in the learner's own session.
final class LessonGuide {
  let reading: LessonReading
  let library: LessonLibrary
  let keeper: ProgressKeeper
  /// What was typed for each exercise, by its name.
  private var attempts: [String: Attempt] = [:]
  /// The exercise that is shown now, if it can be read.
  private var exercise: String?
  private unowned let repl: REPL

  init(_ reading: LessonReading, in library: LessonLibrary, _ keeper: ProgressKeeper, _ repl: REPL)
  {
    (self.reading, self.library, self.keeper, self.repl) = (reading, library, keeper, repl)
  }

  var lesson: Lesson { reading.lesson }

  /// What is typed for the exercise that is shown; nil where none is.
  var attempt: Attempt? {
    get { exercise.flatMap { attempts[$0] } }
    set { if let exercise { attempts[exercise] = newValue } }
  }

  /// The word before what is typed.
  var prompt: String { attempt == nil || isDone ? "lesson> " : "answer> " }

  /// Whether the exercise that is shown has been passed or skipped.
  private var isDone: Bool {
    guard let exercise, let result = keeper.progress.results[exercise] else { return false }
    return result.isFull || result.isSkipped
  }

  /// Enter alone: what comes next.
  func goOn() {
    guard attempt == nil || isDone else {
      return repl.say("an answer is asked for; ':hint' helps, ':skip' shows the solution")
    }
    reading.goOn()
    show()
  }

  /// Shows where the learner is.
  func show() {
    exercise = nil
    note { $0.note(reaching: reading.place + 1, of: lesson.name) }
    guard let stop = reading.stop else { return end() }
    switch stop.part {
    case .prose(let prose): page(prose)
    case .cell(let cell): page(reading.document(of: cell))
    case .exercise(let name): set(name)
    }
    Interruption.reset()
  }

  /// Notes what was done, and says what became of the file.
  func note(_ change: (inout Progress) -> Void) {
    if let words = keeper.keep(change) { repl.say(words.sanitizedLine) }
  }

  /// Forgets what was typed for the exercise.
  func beginAgain() { attempt?.clear() }

  // MARK: Screens

  /// Shows a document, set off from what stands above it.
  private func page(_ document: Document) { repl.write("\n" + repl.renderer.text(document)) }

  private func end() {
    repl.say(Document(StyledText("The end of '\(lesson.title)'", .heading)))
    repl.say(lesson.score(keeper.progress))
    let next = library.lessonFolders.compactMap { $0.split(separator: "/").last }
      .first { $0 > lesson.name }
    repl.say(next.map { "':lesson \($0)' goes on" } ?? "that was the last lesson")
    repl.closeLesson()
  }

  // MARK: Exercises

  private func set(_ name: String) {
    do throws(DocumentFault) {
      let found = try Exercise(folder: lesson.folder(of: name))
      exercise = found.id
      if attempts[found.id] == nil {
        attempts[found.id] = Attempt(found, seed: repl.learner)
        if let given = found.given { repl.run(given) }
      }
      page(
        found.document(
          for: repl.learner, width: repl.presenter.width - 2,
          isInterrupted: { Interruption.isRequested })
      )
      if isDone { repl.say("this is done; Enter goes on") }
    } catch {
      repl.say(error)
    }
  }

  /// Takes statements: answers to the exercise, or anything else, which runs; false if that fails.
  func take(_ text: String) -> Bool {
    let source = SourceText(name: "<input>", text)
    let outline = Session.outline(of: source)
    guard attempt != nil, outline.diagnostics.isEmpty else { return repl.runEntry(text) }
    for statement in outline.statements {
      let words = source.text(statement.bytes)
      if let complaint = attempt?.complaint(about: words, statement) {
        repl.say(complaint.sanitizedLine)
      }
      let part = attempt?.part(answeredBy: statement)
      if part == nil, !repl.runEntry(words), !countsAfresh(words) { return false }
      attempt?.note(words, statement)
      if let part { mark(part) }
    }
    return true
  }

  /// Whether a statement that failed here does not where it is graded; says so.
  private func countsAfresh(_ words: String) -> Bool {
    guard !repl.wasStopped, let attempt,
      attempt.runsAfresh(words, isInterrupted: { Interruption.isRequested })
    else { return false }
    repl.say("without your earlier names it runs, so it counts as an answer")
    return true
  }

  /// Marks one part at once.
  private func mark(_ part: Int) {
    guard let report = attempt?.report(isInterrupted: { Interruption.isRequested }) else { return }
    guard report.parts.indices.contains(part), accept(report) else { return }
    repl.say(report.parts[part].document)
    if report.isFull {
      finish(report)
    } else if !report.parts[part].holds {
      repl.say("try again; ':hint' helps")
    }
  }

  /// Grades what was typed, or a file.
  func submit(_ file: SourceText?) {
    guard let attempt else { return repl.say("there is no exercise here; Enter goes on") }
    guard file != nil || !attempt.statements.isEmpty else {
      return repl.say("type your answer first, or name a file: ':submit answer.grad'")
    }
    let report =
      file.map { attempt.grader(isInterrupted: { Interruption.isRequested }).grade($0) }
      ?? attempt.report(isInterrupted: { Interruption.isRequested })
    guard accept(report) else { return }
    repl.say(report.document)
    if report.isFull { finish(report) } else { repl.say("try again; ':hint' helps") }
  }

  /// Keeps what a report says; false if it was stopped half way.
  private func accept(_ report: Report) -> Bool {
    Interruption.reset()
    if report.isInterrupted {
      repl.say("the grading was stopped")
      return false
    }
    note {
      $0.note(
        Progress.Result(points: report.points, maximum: report.maximum), of: report.exercise)
    }
    return true
  }

  private func finish(_ report: Report) {
    repl.say(Document(report.score + StyledText("; Enter goes on", .muted)))
  }

  /// Shows a hint: the one of that name, or the next.
  func hint(_ word: String) {
    guard let attempt else { return repl.say("there is no exercise here; Enter goes on") }
    let next = attempt.hint.map { $0.next ?? .solution } ?? .nudge
    guard let rung = word.isEmpty ? next : HintRung(word) else {
      let names = HintRung.allCases.map(\.name).joined(separator: ", ")
      return repl.say("there is no hint '\(word.sanitizedLine)'; there are \(names)")
    }
    self.attempt?.hint = rung
    let hints = attempt.exercise.hints
    if hints.indices.contains(rung.rawValue) {
      repl.say(Document(StyledText("\(rung.name): ", .muted) + StyledText(hints[rung.rawValue])))
    } else {
      repl.say(Exercise.program(attempt.solution))
    }
    if let more = rung.next { repl.say("':hint \(more.name)' says more") }
  }

  /// Shows the solution, runs it, and lets the learner go on.
  func skip() {
    guard let attempt else { return repl.say("there is no exercise here; Enter goes on") }
    let solution = attempt.solution
    let report = attempt.grader(isInterrupted: { Interruption.isRequested }).grade(solution)
    Interruption.reset()
    var document = Document(StyledText("The solution:", .heading))
    document.add(Exercise.program(solution))
    for part in report.parts { document.add(part.document) }
    repl.say(document)
    // What it defines can be played with; numbers say nothing without their graph.
    if !attempt.exercise.kind.asksForAnswers { repl.run(solution) }
    note {
      $0.note(
        Progress.Result(points: 0, maximum: report.maximum, isSkipped: true), of: report.exercise)
    }
    repl.say("Enter goes on; it can still be answered")
  }
}
