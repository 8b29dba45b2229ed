import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// Of the softmax only the way from each share to its own logit was taken.
  static let softmaxDiagonalOnly = Diagnosis(
    "softmax-diagonal-only",
    "of the softmax only the way from each share to its own logit was taken", .softmax,
    explainsZeros: true
  ) { subject in
    subject.mutants { row in
      let edges = row.rule.edges.indices.filter { row.operation($0)?.elements != nil }
      return edges.isEmpty ? [] : [Alike(kind: "", edges: Array(edges))]
    } change: { row, edge, _ in
      let element = subject.graph.settings(of: row.node(edge))[0]
      return Double(row.place(edge) + 1) == element ? nil : 0
    } sentence: { row, set in
      let node = row.node(set.edges[0])
      return "only the diagonal of \(row.sign(set.edges[0])) was taken: "
        + "\(subject.title(node)) depends on all it is given"
    } + subject.ownOnly
  }
}

extension GradientSubject {
  /// Vectors of which each element depends on all elements of another vector, as a softmax written
  /// out does, with only the way from each element to its own kept.
  fileprivate var ownOnly: [Mutant] {
    rows.flatMap { row in
      row.links(of: []).filter { $0.pairs.count > 1 || $0.isPart }.map { link in
        let rules = link.pairs.map { pair in
          ChainRule(
            from: row.rule.nodes[pair.upper], to: [row.rule.nodes[pair.lower]], in: graph)
        }
        return Mutant(
          family: "", elements: row.elements,
          results: { point in
            let arrived = row.rule.arrivals(row.locals(point))
            var starts: [Int: Double] = [:]
            for (pair, rule) in zip(link.pairs, rules) {
              let own = rule.gradient(rule.locals(at: self.points[point], in: self.graph))[0]
              starts[pair.lower] = arrived[pair.upper] * own
            }
            return row.rule.gradient(row.locals(point), from: starts)
          },
          sentence: {
            "only the diagonal was taken: each element of \(link.upper) depends on every element "
              + "of \(link.lower)"
          })
      }
    }
  }
}
