public import Language
public import Reporting

/// What a learner has typed for an exercise so far.
public struct Attempt: Sendable {
  /// The exercise.
  public let exercise: Exercise
  /// What was typed for the submission, in order.
  private var typed: [Typed] = []
  /// What was defined for submissions that failed, and is still there.
  private var kept: [Typed] = []
  /// The learner, for whom the numbers of a quiz are drawn; nil for the first of each.
  public let seed: String?
  /// The last hint that was shown.
  public var hint: HintRung?

  /// Nothing typed yet.
  public init(_ exercise: Exercise, seed: String? = nil) {
    (self.exercise, self.seed) = (exercise, seed)
  }

  /// A statement that was typed.
  private struct Typed {
    var text: String
    var outline: StatementOutline

    /// Whether it only gives names a meaning; otherwise it changes numbers.
    var isDefinition: Bool {
      if let verb = outline.verb { return ["seed", "claim"].contains(verb) }
      return !outline.isLoop && outline.set.isEmpty
    }

    var trains: Bool { outline.trains }
  }

  /// Whether nothing was typed yet.
  public var isEmpty: Bool { typed.isEmpty }

  /// Whether something typed has changed numbers: a step, a training, a loop.
  public var hasActed: Bool { typed.contains { !$0.isDefinition } }

  /// Whether something typed has trained.
  public var hasTrained: Bool { typed.contains(where: \.trains) }

  private static func program(_ statements: [Typed]) -> SourceText {
    SourceText(name: "<your answer>", statements.map { $0.text + "\n" }.joined())
  }

  /// The part that a statement answers; nil if it answers none.
  public func part(answeredBy statement: StatementOutline) -> Int? {
    guard exercise.kind.asksForAnswers else { return nil }
    return exercise.check.parts.firstIndex { $0.test.isAnswered(by: statement) }
  }

  /// What is said of a statement that begins as an answer does and gives none, such as `answer ~ 4`;
  /// nil of any other.
  public func unread(_ text: String, _ statement: StatementOutline) -> String? {
    guard exercise.kind.asksForAnswers, statement.verb == nil, statement.definition == nil,
      let tried = exercise.check.parts.first(where: { $0.test.isTried(by: text) }),
      case .answer(let name) = tried.test
    else { return nil }
    return UnreadAnswers.form(of: name)
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

  /// Notes a statement that was typed, if it can matter: one that only shows something does not.
  public mutating func note(_ text: String, _ statement: StatementOutline) {
    let acting = ["train", "minimize", "search", "seed", "rewind", "claim"]
    if let verb = statement.verb, !acting.contains(verb) { return }
    if statement.verb == nil, statement.defined.isEmpty, statement.set.isEmpty, !statement.isLoop {
      return
    }
    typed.append(Typed(text: text, outline: statement))
  }

  /// Forgets a statement that was taken back, if it was the last.
  public mutating func takeBack(_ text: String) {
    if typed.last?.text == text { typed.removeLast() }
  }

  /// Forgets everything that was typed.
  public mutating func clear() { (typed, kept) = ([], []) }

  /// Begins a try of its own in a session that is as it was when the exercise began: of what was typed
  /// before, the definitions are made again.
  public mutating func beginAnew(in session: Session) {
    kept = (kept + typed).filter { statement in
      statement.isDefinition
        && session.run(Self.program([statement]), { _ in }) == .finished
    }
    typed = []
    session.settle()
  }

  /// Grades what was typed, with the definitions of tries before it or without; where something typed
  /// while playing covers what a right answer needs, the answer counts without it.
  public func report(isInterrupted: @escaping @Sendable () -> Bool = { false }) -> Report {
    var grader = grader(isInterrupted: isInterrupted)
    grader.numbersLines = false
    var best = grader.grade(Self.program(kept + typed))
    for other in [kept.isEmpty ? nil : typed, uncovered] {
      guard let other, !best.isFull, !best.isInterrupted else { continue }
      let report = grader.grade(Self.program(other))
      if report.points > best.points { best = report }
    }
    return best
  }

  /// The submission without what gives another meaning to a name of the language or of the exercise;
  /// nil if there is nothing such.
  private var uncovered: [Typed]? {
    let given = Set(
      (exercise.given.map { Session.outline(of: $0).statements } ?? []).flatMap(\.defined))
    let all = kept + typed
    let others = all.filter { statement in
      !statement.outline.defined.contains { given.contains($0) || Session.isBuiltIn($0) }
    }
    return others.count == all.count ? nil : others
  }

  /// What grades submissions of this learner.
  public func grader(isInterrupted: @escaping @Sendable () -> Bool = { false }) -> Grader {
    Grader(exercise, seed: seed, isInterrupted: isInterrupted)
  }

  /// What gets every point from this learner.
  public var solution: SourceText { exercise.solution(for: seed) }
}

extension StatementOutline {
  /// Whether it trains, and so goes on from where a training before it ended.
  public var trains: Bool { verb == "train" || verb == "minimize" }
}
