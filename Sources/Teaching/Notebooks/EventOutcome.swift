import Language
import Reporting

extension Event {
  /// Whether it says that something is wrong: an error, or a check, claim or expectation that does
  /// not hold.
  var isFailure: Bool {
    switch self {
    case .check(let report): !report.holds
    case .expect(let report): !report.holds
    case .diagnostic(let diagnostic): diagnostic.severity == .error
    case .defined, .value, .forward, .backward, .walk, .update, .epoch, .progress, .trained, .trial,
      .search, .explainedUpdate, .plot, .drawing:
      false
    }
  }
}
