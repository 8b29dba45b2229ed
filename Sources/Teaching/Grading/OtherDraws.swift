import Language
import Reporting

/// Tells whether answers are those of a learner for whom other numbers were drawn: whoever copies
/// them should not be given points because they fit one another.
struct OtherDraws {
  private let grader: Grader
  private var exercise: Exercise { grader.exercise }

  /// The most sets of numbers that are tried.
  private static let most = 256

  init(_ grader: Grader) { self.grader = grader }

  /// Whether some other numbers that may be drawn make every one of these answers right.
  func explain(_ answers: [(name: String, given: TypedAnswer)]) -> Bool {
    let own = exercise.drawn(for: grader.seed)
    var sets = own.isEmpty ? 0 : 1
    for draw in exercise.draws {
      sets *= draw.choices.count
      if sets > Self.most { return false }
    }
    for number in 0..<sets {
      var rest = number
      let drawn = exercise.draws.map { draw in
        defer { rest /= draw.choices.count }
        return (name: draw.name, number: draw.choices[rest % draw.choices.count])
      }
      let isOwn = zip(drawn, own).allSatisfy { $0.number == $1.number }
      if !isOwn, areRight(answers, with: drawn) { return true }
    }
    return false
  }

  private func areRight(
    _ answers: [(name: String, given: TypedAnswer)], with drawn: [(name: String, number: String)]
  ) -> Bool {
    let session = grader.session(readsFiles: true)
    for (statement, _) in exercise.check.statements where statement.claimed == nil {
      grader.runGiven(statement, in: session, drawn: drawn)
      guard let answer = answers.first(where: { $0.name == statement.answerName }) else { continue }
      guard let numbers = session.numbers(of: answer.name)?.elements, answer.given.matches(numbers)
      else { return false }
    }
    return true
  }
}
