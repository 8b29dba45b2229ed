import Autodiff
import Reporting

extension ClaimStatement {
  /// What came of a test, as it is told.
  func report(
    of top: String, at bottom: String, named name: String, _ test: ClaimTest, shape: Shape,
    points: ClaimPoints,
    findings: [Finding], truth: (Int) -> [Double], notes: [String] = [], noPath: String? = nil
  ) -> ClaimReport {
    let actual = truth(0)
    var report = ClaimReport(
      of: top, at: bottom, text: interpreter.words(left.range.union(right.range)),
      holds: test.holds, claimed: Numbers(shape: shape, elements: test.values[0]),
      actual: Numbers(shape: shape, elements: actual), findings: findings,
      basis: test.basis(drawn: points.values.count - (points.hasCurrent ? 1 : 0)), notes: notes)
    guard !test.holds else { return report }
    if findings.isEmpty {
      let text = noPath ?? test.relation(to: name)
      report.findings = [Finding(id: Diagnosing.unknown, text: text, lesson: nil)]
    }
    if let (element, point) = test.firstWrong {
      let graph = interpreter.graph
      report.evidence = ClaimReport.Evidence(
        name: shape == .scalar ? name : "\(name)\(shape.subscriptText(of: element))",
        claimed: test.values[point][element], actual: truth(point)[element],
        leaves: point == 0 && points.hasCurrent
          ? []
          : points.drawn.prefix(6).map {
            (graph.title(of: $0), points.values[point][Int($0.index)])
          })
    }
    return report
  }
}
