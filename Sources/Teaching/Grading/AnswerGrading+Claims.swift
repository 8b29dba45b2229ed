import Language
import Reporting

extension AnswerGrading {
  /// How a claim is graded: it must hold, and where a formula is asked for it must be one.
  func claim(_ place: Int, _ left: String, _ key: StatementOutline) -> Report.Part {
    guard let statement = statements.last(where: { $0.claimed == left }) else {
      return missing(place, "'claim \(left) = …'")
    }
    if submission.text(statement.bytes).contains("___") {
      return grader.part(place, losing: "the blank of 'claim \(left)' is not filled in", "blank")
    }
    let outcome = own.run(statement, of: submission)
    if outcome.error != nil { return grader.part(place, failing: outcome) }
    guard let test = outcome.tests.first, !test.holds else {
      if isFormula(left, statement, key) { return grader.part(place) }
      return grader.part(
        place, losing: "that is right for these numbers alone; a formula with names is asked for",
        "unknown")
    }
    return grader.part(
      place, losing: "it does not hold",
      test.findings.isEmpty ? [NumberMistake.unknown] : test.findings,
      TapeLines(claimed: left, in: truth)?.words(in: truth))
  }

  /// Whether a right claim is right for any numbers, where `check.grad` has names in it.
  ///
  /// A bare number is tested as a formula is, at random points, by adding a formula that is 0.
  private func isFormula(_ left: String, _ statement: StatementOutline, _ key: StatementOutline)
    -> Bool
  {
    guard let asked = key.operands.last, TypedAnswer(asked) == nil,
      let given = statement.operands.last, TypedAnswer(given) != nil
    else { return true }
    let outcome = own.run("claim \(left) = (\(given)) + 0*(\(asked))")
    return outcome.error != nil || outcome.holds
  }
}
