import Autodiff
import Reporting

/// Differences of many sizes as JSON.
extension JSONPresenter {
  func sweep(_ sweep: CheckReport.Sweep) -> JSONValue {
    let differences = sweep.differences
    let rows = zip(differences.rows, sweep.kinks).map { row, kink -> JSONValue in
      .object([
        ("h", .number(row.h)), ("numeric", .number(row.numeric)), ("error", .number(row.error)),
        ("relative_error", .number(row.relativeError)), ("rule", .string(row.rule.rawValue)),
        ("kink", kink.map { .string($0) } ?? .null),
      ])
    }
    return .object([
      ("best_h", differences.best.map { .number(differences.rows[$0].h) } ?? .null),
      ("rows", .array(rows)),
    ])
  }
}
