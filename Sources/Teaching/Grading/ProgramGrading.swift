import Autodiff
import Language
import Reporting

/// Grades a program: it runs, and then `check.grad`, statement by statement, in the same session.
struct ProgramGrading {
  private let grader: Grader
  private let submission: SourceText
  private var exercise: Exercise { grader.exercise }

  init(_ grader: Grader, _ submission: SourceText) {
    self.grader = grader
    self.submission = submission
  }

  /// The parts; a part holds if it holds for every seed.
  func parts(_ report: inout Report) -> [Report.Part] {
    guard !exercise.seeds.isEmpty else { return parts(seed: nil, &report) }
    var parts = exercise.check.parts.indices.map { grader.part($0) }
    for seed in exercise.seeds {
      for (place, var part) in self.parts(seed: seed, &report).enumerated() {
        guard parts[place].holds, !part.holds else { continue }
        part.messages = part.messages.map { "with seed \(seed): \($0)" }
        parts[place] = part
      }
      // What is lost already cannot be won back.
      if report.isInterrupted || parts.allSatisfy({ !$0.holds }) { break }
    }
    return parts
  }

  private func parts(seed: Int64?, _ report: inout Report) -> [Report.Part] {
    let session = grader.session(readsFiles: true)
    if let given = exercise.given { session.run(given) }
    session.session.readsFiles = false
    if let seed { session.run("seed \(seed)") }
    session.session.countsAllRuns = true
    let outcome = session.run(submission, isTest: false)
    session.session.countsAllRuns = false
    session.session.coveredNames = coveredNames
    report.isInterrupted = report.isInterrupted || outcome.isInterrupted
    if outcome.error != nil {
      let message = Grader.words(outcome, true)
      if !report.messages.contains(message) { report.messages.append(message) }
    }
    var parts: [Report.Part] = []
    // What went wrong first in the exercise's own statements, which everything after it goes back to.
    var trouble: GradingSession.Outcome?
    for (statement, place) in exercise.check.statements {
      let tested = session.run(statement, of: exercise.check.source)
      report.isInterrupted = report.isInterrupted || tested.isInterrupted
      guard let place else {
        if trouble == nil, tested.error != nil { trouble = tested }
        continue
      }
      let lost = tested.tests.first { !$0.holds }
      if tested.holds, !tested.tests.isEmpty {
        parts.append(grader.part(place))
      } else if outcome.error != nil, tested.error != nil {
        // What the submission did not come to define is not worth a message of its own.
        parts.append(grader.part(place, failing: outcome))
      } else if let trouble, tested.error != nil || hidden.contains(lost?.expectation?.left ?? "") {
        parts.append(grader.part(place, failing: withoutHidden(trouble), false))
      } else if tested.error != nil {
        parts.append(grader.part(place, failing: withoutHidden(tested), false))
      } else {
        parts.append(self.lost(place, lost))
      }
    }
    return parts
  }

  /// The names that only `check.grad` knows.
  private var hidden: Set<String> { exercise.check.givenNames.subtracting(names(submission)) }

  /// What went wrong, without a name that only `check.grad` knows.
  private func withoutHidden(_ outcome: GradingSession.Outcome) -> GradingSession.Outcome {
    guard var error = outcome.error, let cut = error.message.firstRange(of: "; did you mean '")
    else { return outcome }
    let suggested = error.message[cut.upperBound...].prefix { $0 != "'" }
    guard hidden.contains(String(suggested)) else { return outcome }
    error.message = String(error.message[..<cut.lowerBound])
    var shown = outcome
    shown.error = error
    return shown
  }

  /// The names with which the submission covers what is none of its business, such as `abs` or
  /// `loss`: the tests mean what their author meant.
  private var coveredNames: Set<String> {
    names(submission).filter(Session.isBuiltIn).subtracting(names(exercise.solution))
      .subtracting(exercise.check.statements.flatMap(\.outline.defined))
  }

  private func names(_ text: SourceText) -> Set<String> {
    Set(Session.outline(of: text).statements.flatMap(\.defined))
  }

  private func lost(_ place: Int, _ test: TestOutcome?) -> Report.Part {
    guard let report = test?.expectation else {
      let findings = test?.findings ?? []
      return grader.part(
        place, losing: "it does not hold", findings.isEmpty ? [NumberMistake.unknown] : findings)
    }
    let actual = report.actual.elements
    var findings: [Report.Finding] = []
    if let expected = report.expected?.elements, expected.count == actual.count {
      findings = NumberMistake.explaining(expected) { place, number in
        abs(actual[place] - number) <= 1e-6 * max(1, abs(number))
      }
    }
    return grader.part(
      place, losing: "\(report.left) is \(Self.numbers(actual))",
      findings.isEmpty ? [NumberMistake.unknown] : findings)
  }

  /// Some numbers as they are shown.
  static func numbers(_ numbers: [Double]) -> String {
    let words = numbers.prefix(12).map { NumberStyle().text($0).withMinusSigns }
    let list = words.joined(separator: ", ") + (numbers.count > 12 ? ", …" : "")
    return numbers.count == 1 ? list : "[\(list)]"
  }
}
