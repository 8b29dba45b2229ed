import Reporting

extension JSONPresenter {
  /// A claim: whether it holds, and what is wrong with it.
  func claim(_ report: ClaimReport) -> JSONValue {
    .object([
      ("type", .string("claim")), ("of", .string(report.of)), ("at", .string(report.at)),
      ("holds", .bool(report.holds)), ("claimed", JSONPresenter.numbers(report.claimed)),
      ("actual", JSONPresenter.numbers(report.actual)),
      (
        "diagnosis",
        .array(
          report.findings.map { finding in
            .object([("id", .string(finding.id)), ("text", .string(finding.text))])
          })
      ),
    ])
  }
}
