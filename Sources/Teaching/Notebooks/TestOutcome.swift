import Language
import Reporting

/// What came of a claim, a check or an expectation.
struct TestOutcome {
  /// Whether it holds.
  var holds: Bool
  /// The expectation, if it is one.
  var expectation: ExpectReport?
  /// What a claim was found to lack, the likeliest first.
  var findings: [Report.Finding] = []
}

extension Event {
  /// What was tested, if this is the outcome of a test.
  var test: TestOutcome? {
    switch self {
    case .check(let report): TestOutcome(holds: report.holds)
    case .expect(let report): TestOutcome(holds: report.holds, expectation: report)
    case .claim(let report):
      TestOutcome(
        holds: report.holds,
        findings: report.findings.map { Report.Finding(id: $0.id, text: $0.text) })
    case .defined, .value, .forward, .backward, .walk, .quiz, .update, .epoch, .progress, .trained,
      .trial, .search, .explained, .flow, .compared, .rewound, .explainedUpdate, .plot, .drawing,
      .diagnostic:
      nil
    }
  }

  /// The error that it tells of; nil if it tells of none.
  var error: Diagnostic? {
    if case .diagnostic(let diagnostic) = self, diagnostic.severity == .error {
      diagnostic
    } else {
      nil
    }
  }
}
