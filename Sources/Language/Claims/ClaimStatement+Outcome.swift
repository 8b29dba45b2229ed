import Autodiff
import Reporting

extension ClaimStatement {
  /// What came of a test, as it is told.
  func report(
    of top: String, at bottom: String, named name: String, _ test: ClaimTest, shape: Shape,
    points: ClaimPoints,
    findings: [Finding], truth: (Int) -> [Double], elementName: (Int) -> String,
    notes: [String] = [], noPath: String? = nil
  ) -> ClaimReport {
    let actual = truth(0)
    var report = ClaimReport(
      of: top, at: bottom, text: interpreter.words(left.range.union(right.range)),
      holds: test.holds, claimed: Numbers(shape: shape, elements: test.values[0]),
      actual: Numbers(shape: shape, elements: actual), findings: findings,
      basis: test.basis(drawn: points.values.count - (points.hasCurrent ? 1 : 0)), notes: notes)
    guard let focus = test.claimed.focus else { return report }
    let (element, point) = (focus.element, focus.point)
    if findings.isEmpty {
      let text = noPath ?? test.relation(to: elementName(element))
      report.findings = [Finding(id: Diagnosing.unknown, text: text, lesson: nil)]
    }
    if shape.count > 1 {
      let wrong = test.claimed.wrong
      report.right = (0..<shape.count).filter { !wrong.contains($0) }.map(elementName)
      report.wrong = wrong.sorted().map(elementName)
    }
    let graph = interpreter.graph
    let isHere = point == 0 && points.hasCurrent
    report.evidence = ClaimReport.Evidence(
      name: elementName(element), claimed: test.values[point][element],
      actual: truth(point)[element],
      leaves: isHere
        ? []
        : points.drawn.prefix(6).map {
          (graph.title(of: $0), points.values[point][Int($0.index)])
        }, isRightHere: !isHere && points.hasCurrent)
    return report
  }
}
