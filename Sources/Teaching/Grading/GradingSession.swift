import Autodiff
public import Language
public import Reporting

/// A session in which programs of others run, statement by statement, and what came of each.
final class GradingSession {
  /// What came of running something.
  struct Outcome {
    /// The first error; nil if it ran to its end.
    var error: Diagnostic?
    /// The line of the error in its text.
    var line: Int?
    /// What was tested, in order: the first few, and the first that does not hold.
    var tests: [TestOutcome] = []
    var isInterrupted = false

    /// Whether everything that was tested holds, and nothing went wrong.
    var holds: Bool { error == nil && tests.allSatisfy(\.holds) }
  }

  let session: Session
  /// Whether the lines of a text have numbers for its author, as those of a file have.
  var numbersLines = true
  /// When the time of a submission is over.
  private let end: ContinuousClock.Instant

  /// The time that a test has at least, in seconds, so that one too slow does not cost the others.
  private static let leastSeconds = 1.0

  init(_ limits: Limits, readsFiles: Bool = false, _ isInterrupted: @escaping @Sendable () -> Bool)
  {
    session = Session(limits: limits, isInterrupted: isInterrupted)
    session.readsFiles = readsFiles
    end = .now + .seconds(limits.seconds)
  }

  /// Whether the time of the submission is over.
  var isOver: Bool { .now > end }

  /// Runs a whole text; a test has some time even if the submission has used up all of it.
  @discardableResult func run(_ text: SourceText, isTest: Bool = true) -> Outcome {
    var outcome = Outcome()
    session.deadline = isTest ? max(end, .now + .seconds(Self.leastSeconds)) : end
    let end = session.run(text) { event in
      if let test = event.test, outcome.tests.count < 9 || outcome.holds && !test.holds {
        outcome.tests.append(test)
      }
      guard let error = event.error, outcome.error == nil else { return }
      outcome.error = error
      guard numbersLines else { return }
      outcome.line = session.sources.place(of: error.range)?.start.line
    }
    outcome.isInterrupted = end == .interrupted
    return outcome
  }

  /// Runs one statement of a text, whose lines keep their numbers.
  @discardableResult func run(
    _ statement: StatementOutline, of text: SourceText, isTest: Bool = true
  ) -> Outcome {
    run(text.only(statement), isTest: isTest)
  }

  /// Runs words that stand in no file.
  @discardableResult func run(_ words: String) -> Outcome {
    run(SourceText(name: "<grading>", words))
  }

  /// The numbers a name stands for; nil if it stands for none.
  func numbers(of name: String) -> Numbers? {
    var numbers: Numbers?
    _ = session.run(SourceText(name: "<grading>", "show \(name)")) { event in
      if case .value(let report) = event { numbers = report.numbers }
    }
    return numbers
  }
}

extension SourceText {
  /// One of its statements as a text of its own, whose lines keep their numbers.
  public func only(_ statement: StatementOutline) -> SourceText {
    let before = bytes[..<statement.bytes.lowerBound].count { $0 == UInt8(ascii: "\n") }
    let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: before)
    return SourceText(name: name, bytes: lines + bytes[statement.bytes])
  }
}
