import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A sum was taken for a mean.
  static let meanInsteadOfSum = Diagnosis("mean-instead-of-sum", .squares) { subject in
    subject.sumCounts.map { count in
      subject.mutant { slope, _ in
        slope / Double(count)
      } sentence: {
        "divided by \(count), as if \(subject.outputName) were a mean: it is a sum of \(count)"
      }
    }
  }
}

extension GradientSubject {
  /// How many terms the sums have that lead to the outputs: `sum`, and additions in a row.
  fileprivate var sumCounts: [Int] {
    var counts: Set<Int> = []
    for row in rows.prefix(1) {
      for edge in row.rule.edges.indices {
        switch row.name(edge) {
        case "sum", "dot": counts.insert(graph.operands(of: row.node(edge)).count)
        case "add": counts.insert(row.terms(row.node(edge)))
        default: break
        }
      }
    }
    return counts.filter { $0 > 1 }.sorted()
  }
}
