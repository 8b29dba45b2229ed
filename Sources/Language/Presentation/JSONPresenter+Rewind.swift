import Autodiff
import Reporting

/// A rewound run as JSON.
extension JSONPresenter {
  /// At the end of the run, `step` and what belongs to it are null.
  func rewind(_ report: RewindReport) -> JSONValue {
    let step = report.step
    return .object([
      ("type", .string("rewind")), ("run", .string(report.run)), ("of", .string(report.subject)),
      ("step", step.map { .integer($0.number) } ?? .null), ("steps", .integer(report.steps)),
      ("epoch", step?.epoch.map { .integer($0.number) } ?? .null),
      ("rows", step?.rows.map { .array($0.map { .integer($0) }) } ?? .null),
      ("loss", step.map { .number($0.loss) } ?? .null),
      ("lr", step.flatMap { $0.lr.isNaN ? nil : .number($0.lr) } ?? .null),
      ("gradient_norm", step.map { .number($0.gradientNorm) } ?? .null),
      ("parameters", named(report.parameters)),
    ])
  }
}
