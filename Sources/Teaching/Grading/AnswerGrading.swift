import Autodiff
import Language
import Reporting

/// Grades answers and claims about the graph that `check.grad` holds.
///
/// The graph is the exercise's own: what the submission says of its names does not count, so it may
/// repeat the graph and run by itself.
final class AnswerGrading {
  let grader: Grader
  let submission: SourceText
  let statements: [StatementOutline]
  /// What is meant as an answer and cannot be read.
  private let unread: UnreadAnswers
  /// The graph with the right answers.
  let truth: GradingSession
  /// The graph with the learner's own answers, from which later ones may follow.
  private let carried: GradingSession
  /// The graph with what else the learner defines, in which claims are judged.
  let own: GradingSession
  /// The answers so far, as they were given.
  private var given: [(name: String, given: TypedAnswer)] = []
  /// Whether an answer that was carried on is 0 or 1, which makes what follows too easy.
  private var isTrivial = false
  private var exercise: Exercise { grader.exercise }

  /// The most statements of a submission that are run.
  private static let most = 1_000

  init(_ grader: Grader, _ submission: SourceText) {
    self.grader = grader
    self.submission = submission
    let outline = Session.outline(of: submission)
    statements = Array(outline.statements.prefix(Self.most))
    unread = UnreadAnswers(
      submission, statements, outline.diagnostics, parts: grader.exercise.check.parts)
    truth = grader.session(readsFiles: true)
    carried = grader.session(readsFiles: true)
    own = grader.session(readsFiles: true)
  }

  func parts(_ report: inout Report) -> [Report.Part] {
    report.messages += unread.messages.prefix(3)
    for statement in exercise.check.statements where statement.part == nil {
      for session in [truth, carried, own] {
        let outcome = grader.runGiven(statement.outline, in: session)
        report.isInterrupted = report.isInterrupted || outcome.isInterrupted
      }
    }
    let keys = exercise.check.statements.filter { $0.part != nil }.map(\.outline)
    for key in keys where key.answerName != nil { truth.run(key, of: exercise.check.source) }
    report.messages += defineOwn()
    return keys.enumerated().map { place, key in
      switch exercise.check.parts[place].test {
      case .answer(let name): answer(place, name, key)
      case .claim(let left): claim(place, left, key)
      case .statement: grader.part(place)
      }
    }
  }

  /// Runs what else the learner defines; says what cannot be run.
  private func defineOwn() -> [String] {
    own.session.readsFiles = false
    let given = exercise.check.givenNames
    var messages: [String] = []
    for statement in statements
    where statement.verb == nil && !statement.isLoop && statement.answerName == nil {
      let names = statement.defined + statement.set
      guard !names.isEmpty, !names.contains(where: given.contains) else { continue }
      if own.isOver {
        return messages + ["its definitions took too long, and the rest is left out"]
      }
      let outcome = own.run(statement, of: submission, isTest: false)
      if outcome.error != nil { messages.append(Grader.words(outcome, true)) }
    }
    return messages
  }

  /// A part for which nothing is given that can be read.
  func missing(_ place: Int, _ form: String) -> Report.Part {
    if let words = unread.words(for: place) { return grader.part(place, losing: words, "error") }
    return grader.part(place, losing: "there is no \(form)", "missing")
  }

  // MARK: Answers

  private func answer(_ place: Int, _ name: String, _ key: StatementOutline) -> Report.Part {
    carried.run(key, of: exercise.check.source)
    guard let right = truth.numbers(of: name)?.elements else {
      return grader.part(place, losing: "the exercise itself has no number for it", "error")
    }
    guard let statement = statements.last(where: { $0.answerName == name }) else {
      return missing(place, "'\(name) = …'")
    }
    let text = statement.definition ?? ""
    if text.contains("___") {
      return grader.part(place, losing: "the blank of '\(name)' is not filled in", "blank")
    }
    guard let given = TypedAnswer(text) else {
      return grader.part(
        place, losing: "'\(name)' must be a number, or numbers with operators: not '\(text)'",
        "error")
    }
    let follows = carried.numbers(of: name)?.elements
    self.given.append((name, given))
    defer { carry(given, as: name) }
    if given.matches(right) { return grader.part(place) }
    guard given.values.allSatisfy(\.isFinite) || !right.allSatisfy(\.isFinite) else {
      return grader.part(
        place, losing: "\(name) is \(ProgramGrading.numbers(given.values)), which is no number",
        "unknown")
    }
    let words = "\(name) is \(ProgramGrading.numbers(given.values))"
    guard given.values.count == right.count else {
      let asked = right.count == 1 ? "one number is" : "\(right.count) numbers are"
      return grader.part(place, losing: "\(words), where \(asked) asked for", "unknown")
    }
    if let follows, follows != right, given.matches(follows) { return following(place) }
    if [right, follows ?? right].contains(where: given.isCoarse) {
      return grader.part(
        place, losing: words + ", rounded too coarsely to tell: give three digits", "rounding")
    }
    let others = exercise.check.parts.compactMap { part -> [Double]? in
      guard case .answer(let other) = part.test, other != name else { return nil }
      return truth.numbers(of: other)?.elements
    }
    let lines = key.definition.flatMap { TapeLines(answer: $0, in: truth) }
    return grader.part(
      place, losing: words + ", which is not right", given.mistakes(right, others: others),
      lines?.words(in: truth))
  }

  /// A part whose answer follows from earlier ones that are wrong.
  private func following(_ place: Int) -> Report.Part {
    if isTrivial {
      return grader.part(
        place,
        losing: "it fits an earlier answer, which is wrong: with that number it shows nothing",
        "unknown")
    }
    if OtherDraws(grader).explain(given) {
      return grader.part(
        place, losing: "it fits the earlier answers, which are right for other numbers than yours",
        "unknown")
    }
    var part = grader.part(place)
    part.messages = ["it follows from your earlier answer, which is wrong, and so it counts"]
    return part
  }

  /// Lets later answers follow from this one.
  private func carry(_ given: TypedAnswer, as name: String) {
    guard let right = truth.numbers(of: name)?.elements, !given.matches(right) else { return }
    let numbers = given.values.map(\.description)
    carried.run(
      "\(name) = " + (numbers.count == 1 ? numbers[0] : "[\(numbers.joined(separator: ", "))]"))
    isTrivial =
      isTrivial || given.values.contains { !$0.isFinite || $0 == 0 || $0 == 1 || isExtreme($0) }
  }

  /// Whether a number is so small or large that it drowns what it is combined with, or is drowned.
  private func isExtreme(_ number: Double) -> Bool { abs(number) < 1e-9 || abs(number) > 1e9 }
}
