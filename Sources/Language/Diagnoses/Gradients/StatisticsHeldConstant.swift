import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// Mean and deviation of a batch were taken for constants.
  static let statisticsHeldConstant = Diagnosis(
    "statistics-held-constant",
    "mean and deviation of a batch were taken for constants", .normalization, explainsZeros: true
  ) { subject in
    subject.mutants { row in
      let nodes = row.statistics.sorted()
      let sets = [
        nodes, nodes.filter { row.operationName($0) == "mean" },
        nodes.filter { row.operationName($0) != "mean" },
      ]
      return sets.filter { !$0.isEmpty }.map { slots in
        Alike(kind: "", edges: slots.flatMap { Array(row.rule.leaving[$0]) })
      }
    } change: { _, _, _ in
      0
    } sentence: { row, set in
      "\(subject.title(row.node(set.edges[0]))) was held constant, but it depends on "
        + subject.targetTitle
    }
  }
}
