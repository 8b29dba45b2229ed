import Autodiff
import Language
import Reporting

/// Grades a program: it runs behind what is given, and then `check.grad`, statement by statement, in
/// the same session; where `check.grad` says so, once more from another start.
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
    var starts: [[Double]?] = []
    guard !exercise.seeds.isEmpty else { return parts(seed: nil, &report, &starts) }
    var parts = exercise.check.parts.indices.map { grader.part($0) }
    for seed in exercise.seeds {
      for (place, var part) in self.parts(seed: seed, &report, &starts).enumerated() {
        guard parts[place].holds, !part.holds else { continue }
        part.messages = part.messages.map { message in
          report.messages.contains(message) ? message : "with seed \(seed): \(message)"
        }
        parts[place] = part
      }
      // What is lost already cannot be won back.
      if report.isInterrupted || parts.allSatisfy({ !$0.holds }) { return parts }
    }
    guard exercise.training != nil, Self.areAlike(starts) else { return parts }
    let objection = "it begins with the same weights for every seed; they have to be drawn"
    report.messages.append(objection)
    return parts.map { voided($0, objection) }
  }

  private func parts(seed: Int64?, _ report: inout Report, _ starts: inout [[Double]?])
    -> [Report.Part]
  {
    var parts: [Report.Part] = []
    for run in exercise.check.runs {
      let session = grader.session(readsFiles: true)
      if let seed { session.run("seed \(seed)") }
      for text in [exercise.given, run.change].compactMap({ $0 }) { session.run(text) }
      session.session.readsFiles = false
      if let seed { session.run("seed \(seed)") }
      if let given = exercise.given { session.session.keep(given: given) }
      session.session.countsAllRuns = true
      let outcome = session.run(submission, isTest: false)
      session.session.countsAllRuns = false
      starts.append(session.session.startingWeights)
      let objection = objection(in: session, outcome.error != nil)
      session.session.letGoOfGiven()
      session.session.coveredNames = coveredNames
      report.isInterrupted = report.isInterrupted || outcome.isInterrupted
      let message = outcome.error == nil ? nil : Grader.words(outcome, true)
      for words in [message, objection].compactMap(\.self) where !report.messages.contains(words) {
        report.messages.append(words)
      }
      let tested = self.parts(run, outcome, in: session, &report)
      if let objection {
        parts += tested.map { voided($0, objection) }
      } else if exercise.training != nil, !session.session.hasTrained, outcome.error != nil {
        parts += exercise.check.places(in: run).map { grader.part($0, failing: outcome) }
      } else {
        parts += tested
      }
    }
    return parts
  }

  private func parts(
    _ run: CheckFile.Run, _ outcome: GradingSession.Outcome, in session: GradingSession,
    _ report: inout Report
  ) -> [Report.Part] {
    var origins = WordOrigins(of: Set(exercise.forbidden))
    if let given = exercise.given { origins.read(given, counting: false) }
    origins.read(submission, counting: true)
    var parts: [Report.Part] = []
    // What went wrong first in the exercise's own statements, which everything after it goes back to.
    var trouble: GradingSession.Outcome?
    for (statement, place) in exercise.check.statements[run.statements] {
      let use = origins.read(exercise.check.source.only(statement), counting: false)
      let tested = session.run(statement, of: exercise.check.source)
      report.isInterrupted = report.isInterrupted || tested.isInterrupted
      guard let place else {
        if tested.error != nil {
          trouble = trouble ?? tested
          // What it should have defined may not be what the submission calls so.
          session.session.forget(statement.defined)
        }
        continue
      }
      let lost = tested.tests.first { !$0.holds }
      if let use {
        let line = submission.position(of: use.offset).line
        parts.append(
          grader.part(
            place, losing: "line \(line) uses '\(use.word)', and this is to be made without it",
            "forbidden"))
      } else if tested.holds, !tested.tests.isEmpty {
        parts.append(grader.part(place))
      } else if outcome.error != nil, tested.error != nil {
        // What the submission did not come to define is not worth a message of its own.
        parts.append(grader.part(place, failing: outcome))
      } else if let trouble, tested.error != nil || hidden.contains(lost?.expectation?.left ?? "") {
        parts.append(grader.part(place, failing: withoutHidden(trouble), false))
      } else if tested.error != nil {
        parts.append(grader.part(place, failing: withoutHidden(tested), false))
      } else {
        parts.append(grader.part(place, failing: lost))
      }
    }
    return parts
  }

  // MARK: What was trained

  /// Why what was trained does not count, in a line; nil if it does.
  private func objection(in session: GradingSession, _ hasFailed: Bool) -> String? {
    guard let meant = exercise.training else { return nil }
    guard session.session.hasTrained else { return hasFailed ? nil : "nothing is trained here" }
    guard let error = session.session.objection(to: meant) else { return nil }
    let line = session.session.sources.place(of: error.range)?.start.line
    return Grader.words(GradingSession.Outcome(error: error, line: line), true)
  }

  /// A part that got no points because what was trained does not count.
  private func voided(_ part: Report.Part, _ objection: String) -> Report.Part {
    var part = part
    part.points = 0
    part.messages = [objection]
    part.diagnoses = [Report.Finding(id: "given", text: objection)]
    return part
  }

  /// Whether weights that should be drawn are nearly the same for every seed.
  private static func areAlike(_ starts: [[Double]?]) -> Bool {
    guard starts.count > 1, let first = starts[0] else { return false }
    func length(_ numbers: [Double]) -> Double { numbers.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    return starts.dropFirst().allSatisfy { start in
      guard let start else { return false }
      return start.count == first.count
        && length(zip(first, start).map { $0 - $1 }) <= 0.1 * length(first)
    }
  }

  // MARK: Names

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
}
