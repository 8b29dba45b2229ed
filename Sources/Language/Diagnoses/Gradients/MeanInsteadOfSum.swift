import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A sum was taken for a mean.
  static let meanInsteadOfSum = Diagnosis(
    "mean-instead-of-sum",
    "a sum was taken for a mean", .squares
  ) { subject in
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
  /// How many terms the sums have that the outputs are, but for a factor: `sum`, and additions in a
  /// row.
  fileprivate var sumCounts: [Int] {
    var counts: Set<Int> = []
    for row in rows.prefix(1) {
      // Additions inside a longer row of them are no sums of their own.
      var inner: Set<NodeID> = []
      for slot in summed(row).sorted() {
        let node = row.rule.nodes[slot]
        let operands = Array(graph.operands(of: node))
        switch row.operationName(slot) {
        case "sum": counts.insert(operands.count)
        case "dot": counts.insert((operands.count + 1) / 2)
        case "add":
          inner.formUnion(operands.prefix(1))
          if !inner.contains(node) { counts.insert(row.terms(node)) }
        default: break
        }
      }
    }
    return counts.filter { $0 > 1 }.sorted()
  }
}
