public import Reporting

/// A form in which reports are written; each but the first two is the format of another program.
public enum ReportForm: String, CaseIterable, Sendable {
  /// Words.
  case text
  /// One JSON object a line.
  case json
  /// The XML of JUnit.
  case junit
  /// The Test Anything Protocol, version 13.
  case tap
  /// The `results.json` of Gradescope, for one submission.
  case gradescope

  /// The reports in this form; the renderer is for words.
  public func text(of reports: [Report], by renderer: TextRenderer) -> String {
    switch self {
    case .text: reports.map { renderer.text($0.document) }.joined(separator: "\n")
    case .json: reports.map { $0.jsonValue.text + "\n" }.joined()
    case .junit: Report.junit(reports)
    case .tap: Report.tap(reports)
    case .gradescope: reports.map { $0.gradescope.text + "\n" }.joined()
    }
  }
}
