import Language
import Reporting
import Teaching

extension LessonGuide {
  /// Sets an exercise.
  func set(_ name: String) {
    do throws(DocumentFault) {
      let found = try Exercise(folder: lesson.folder(of: name))
      exercise = found.id
      if attempts[found.id] == nil {
        attempts[found.id] = Attempt(found, seed: repl.learner)
      }
      enterSession()
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
  func take(_ source: SourceText) -> Bool {
    follow()
    let outline = Session.outline(of: source)
    guard attempt != nil, outline.diagnostics.isEmpty else { return repl.run(source) }
    if ownsSession, attempt?.hasTrained == true || hasStopped,
      outline.statements.contains(where: \.trains)
    {
      beginAnew()
      repl.say("it begins anew, not where the training before it ended")
    }
    for statement in outline.statements {
      let words = source.text(statement.bytes)
      if let form = attempt?.unread(words, statement) {
        repl.say(form)
        return false
      }
      if let complaint = attempt?.complaint(about: words, statement) {
        repl.say(complaint.sanitizedLine)
      }
      let part = attempt?.part(answeredBy: statement)
      if part == nil, !repl.run(source.only(statement)) {
        hasStopped = statement.trains
        return false
      }
      attempt?.note(words, statement)
      if let part { mark(part) }
    }
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
    guard file != nil || !attempt.isEmpty else {
      return repl.say("type your answer first, or name a file: ':submit answer.grad'")
    }
    let report =
      file.map { attempt.grader(isInterrupted: { Interruption.isRequested }).grade($0) }
      ?? attempt.report(isInterrupted: { Interruption.isRequested })
    guard accept(report) else { return }
    repl.say(report.document)
    if report.isFull { return repl.say("Enter goes on") }
    guard file == nil, ownsSession, attempt.hasActed else {
      return repl.say("try again; ':hint' helps")
    }
    beginAnew()
    repl.say("try again, from the beginning: names stay, steps are undone; ':hint' helps")
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
    if !isPassed {
      let maximum = attempt.exercise.maximum
      note {
        $0.note(
          Progress.Result(points: 0, maximum: maximum, hint: rung), of: attempt.exercise.id)
      }
    }
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
    if ownsSession {
      beginAgain()
      repl.run(solution)
    }
    note {
      $0.note(
        Progress.Result(points: 0, maximum: report.maximum, isSkipped: true), of: report.exercise)
    }
    repl.say("Enter goes on; it can still be answered")
  }
}
