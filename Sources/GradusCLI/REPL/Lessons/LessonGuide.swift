import Language
import Reporting
import Teaching

/// Leads through a lesson at the prompt: shows its stops, and takes the answers to its exercises.
///
/// What is typed and is no answer runs in a session of the learner's own: beside the lesson in its
/// playground, and at an exercise that asks for a program in one that begins as its grading does.
final class LessonGuide {
  let reading: LessonReading
  let library: LessonLibrary
  let keeper: ProgressKeeper
  /// What was typed for each exercise, by its name.
  var attempts: [String: Attempt] = [:]
  /// The exercise that is shown now, if it can be read.
  var exercise: String?
  /// Whether a training failed or was stopped on its way, which leaves its steps.
  var hasStopped = false
  unowned let repl: REPL
  /// The session that was there before the lesson, and will be after it.
  private let outside: Session
  private var playground: Playground
  /// The sessions of exercises that ask for programs, by their names.
  private var sessions: [String: Session] = [:]

  init(_ reading: LessonReading, in library: LessonLibrary, _ keeper: ProgressKeeper, _ repl: REPL)
  {
    (self.reading, self.library, self.keeper, self.repl) = (reading, library, keeper, repl)
    outside = repl.session
    playground = Playground(repl.makeSession())
  }

  var lesson: Lesson { reading.lesson }

  /// What is typed for the exercise that is shown; nil where none is.
  var attempt: Attempt? {
    get { exercise.flatMap { attempts[$0] } }
    set { if let exercise { attempts[exercise] = newValue } }
  }

  /// The word before what is typed.
  var prompt: String { attempt == nil || isDone ? "lesson> " : "answer> " }

  private var result: Progress.Result? { exercise.flatMap { keeper.progress.results[$0] } }

  /// Whether the exercise that is shown has been passed.
  var isPassed: Bool { result?.isFull ?? false }

  /// Whether it has been passed or skipped.
  var isDone: Bool { isPassed || result?.isSkipped ?? false }

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
    repl.enter(playground.session)
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

  // MARK: Sessions

  /// Gives what is typed next the names that the lesson's cells have made so far.
  func follow() {
    if repl.session === playground.session, !playground.follow(reading) { Interruption.reset() }
  }

  /// Forgets what was typed: begins the exercise again, or plays again beside the lesson.
  func beginAgain() {
    attempt?.clear()
    if ownsSession { return makeSession() }
    playground = Playground(repl.makeSession())
    repl.enter(playground.session)
  }

  /// Leaves the lesson for the session before it.
  func leave() { repl.enter(outside) }

  /// Whether what is typed runs in a session of the exercise's own.
  var ownsSession: Bool { attempt.map { !$0.exercise.kind.asksForAnswers } ?? false }

  /// Goes on in the exercise's session.
  func enterSession() {
    guard ownsSession, let exercise else { return }
    if let session = sessions[exercise] { repl.enter(session) } else { makeSession() }
  }

  /// Gives the exercise a session as its grading has it: what is given is there, and nothing else.
  func makeSession() {
    guard let exercise else { return }
    let session = repl.makeSession()
    sessions[exercise] = session
    repl.enter(session)
    hasStopped = false
    if let given = attempt?.exercise.given {
      repl.runSilently(given)
      session.keep(given: given)
    }
    session.settle()
  }

  /// Begins a try of its own: what was defined is kept, what changed numbers is undone.
  func beginAnew() {
    makeSession()
    attempt?.beginAnew(in: repl.session)
    Interruption.reset()
  }

  // MARK: Screens

  /// Shows a document, set off from what stands above it.
  func page(_ document: Document) { repl.write("\n" + repl.renderer.text(document)) }

  private func end() {
    repl.say(Document(StyledText("The end of '\(lesson.title)'", .heading)))
    repl.say(lesson.score(keeper.progress))
    let next = library.lessonFolders.compactMap { $0.split(separator: "/").last }
      .first { $0 > lesson.name }
    repl.say(next.map { "':lesson \($0)' goes on" } ?? "that was the last lesson")
    repl.closeLesson()
  }
}
