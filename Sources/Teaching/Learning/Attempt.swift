public import Language
public import Reporting

/// What a learner has typed for an exercise so far.
public struct Attempt: Sendable {
  /// The exercise.
  public let exercise: Exercise
  /// The statements that make up the submission, in order.
  public private(set) var statements: [String] = []
  /// The learner, for whom the numbers of a quiz are drawn; nil for the first of each.
  public let seed: String?
  /// The last hint that was shown.
  public var hint: HintRung?

  /// Nothing typed yet.
  public init(_ exercise: Exercise, seed: String? = nil) {
    (self.exercise, self.seed) = (exercise, seed)
  }

  /// What is graded: all that was typed, as one program.
  public var submission: SourceText {
    SourceText(name: "<your answer>", statements.map { $0 + "\n" }.joined())
  }

  /// The part that a statement answers; nil if it answers none.
  public func part(answeredBy statement: StatementOutline) -> Int? {
    guard exercise.kind.asksForAnswers else { return nil }
    return exercise.check.parts.firstIndex { part in
      switch part.test {
      case .answer(let name): statement.answerName == name
      case .claim(let left): statement.claimed == left
      case .statement: false
      }
    }
  }

  /// What is said of an answer that nobody asked for, or that has no name; nil of anything else.
  public func complaint(about text: String, _ statement: StatementOutline) -> String? {
    guard exercise.kind.asksForAnswers, part(answeredBy: statement) == nil else { return nil }
    let names = exercise.check.parts.compactMap { part in
      if case .answer(let name) = part.test { name } else { nil }
    }
    guard let name = statement.answerName else {
      guard let first = names.first, TypedAnswer(text) != nil else { return nil }
      return "an answer is typed with its name: '\(first) = \(text)'"
    }
    let closest = closestName(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return "'\(name)' is not asked for here\(closest)"
  }

  /// Whether a statement runs in a fresh session, after what was typed for the exercise before it.
  public func runsAfresh(
    _ text: String, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> Bool {
    if exercise.kind.asksForAnswers { return false }
    return [submission, uncovered].contains { submission in
      guard let submission else { return false }
      let session = GradingSession(exercise.limits, readsFiles: true, isInterrupted)
      if let given = exercise.given { session.run(given) }
      session.session.readsFiles = false
      session.run(submission)
      let outcome = session.run(text)
      return outcome.error == nil && !outcome.isInterrupted
    }
  }

  /// Notes a statement that was typed, if it can matter: one that only shows something does not.
  public mutating func note(_ text: String, _ statement: StatementOutline) {
    let acting = ["train", "minimize", "search", "seed", "rewind", "claim"]
    if let verb = statement.verb, !acting.contains(verb) { return }
    if statement.verb == nil, statement.defined.isEmpty, statement.set.isEmpty, !statement.isLoop {
      return
    }
    statements.append(text)
  }

  /// Forgets a statement that was taken back, if it was the last.
  public mutating func takeBack(_ text: String) {
    if statements.last == text { statements.removeLast() }
  }

  /// Forgets everything that was typed.
  public mutating func clear() { statements = [] }

  /// Grades what was typed; where something typed while playing covers what a right answer needs, the
  /// answer counts without it.
  public func report(isInterrupted: @escaping @Sendable () -> Bool = { false }) -> Report {
    let grader = grader(isInterrupted: isInterrupted)
    let report = grader.grade(submission)
    guard !report.isFull, !report.isInterrupted, let uncovered else { return report }
    let other = grader.grade(uncovered)
    return other.points > report.points ? other : report
  }

  /// The submission without what gives another meaning to a name of the language or of the exercise;
  /// nil if there is nothing such.
  private var uncovered: SourceText? {
    let given = Set(
      (exercise.given.map { Session.outline(of: $0).statements } ?? []).flatMap(\.defined))
    let kept = statements.filter { text in
      let names = Session.outline(of: SourceText(name: "", text)).statements.flatMap(\.defined)
      return !names.contains { given.contains($0) || Session.isBuiltIn($0) }
    }
    if kept.count == statements.count { return nil }
    return SourceText(name: submission.name, kept.map { $0 + "\n" }.joined())
  }

  /// What grades submissions of this learner.
  public func grader(isInterrupted: @escaping @Sendable () -> Bool = { false }) -> Grader {
    Grader(exercise, seed: seed, isInterrupted: isInterrupted)
  }

  /// What gets every point from this learner.
  public var solution: SourceText { exercise.solution(for: seed) }
}
