import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// At a fork one of the ways was forgotten.
  static let missingPath = Diagnosis(
    "missing-path",
    "at a fork one of the ways was forgotten", .forks
  ) { subject in
    subject.mutants { row in
      let nodes = row.rule.leaving.filter { $0.count > 1 }.map { Alike(kind: "", edges: Array($0)) }
      return (row.alike + nodes).filter {
        row.isPathForgotten($0.edges)
      }
    } change: { _, _, _ in
      0
    } sentence: { row, set in
      let share = subject.number(subject.share(row, of: set.edges))
      return "a path is missing: \(subject.path(row, through: set.edges[0])) adds \(share)"
    }
  }
}

extension GradientRow {
  /// Whether at least as many paths are left without some edges as are lost.
  ///
  /// Where fewer are, only the last was kept. Ways through statistics and softmaxes have diagnoses
  /// of their own.
  fileprivate func isPathForgotten(_ edges: [Int]) -> Bool {
    if isOfStatistics(edges) { return false }
    if edges.allSatisfy({ operation($0)?.elements != nil && operands($0, 0).count == 2 }) {
      return false
    }
    let places = rule.targets.indices.prefix(16)
    let counts = places.map { (pathCount(without: [], to: $0), pathCount(without: edges, to: $0)) }
    return counts.contains { all, left in left < all && left >= all - left }
  }
}
