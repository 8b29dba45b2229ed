import Reporting

extension JSONPresenter {
  /// A claim: whether it holds, and what is wrong with it.
  func claim(_ report: ClaimReport) -> JSONValue {
    var fields: [(String, JSONValue)] = [
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
    ]
    // Where part of a claim is right, what is wrong is said by name.
    if !report.right.isEmpty {
      fields.append(("wrong", .array(report.wrong.map { .string($0) })))
    }
    return .object(fields)
  }
}
