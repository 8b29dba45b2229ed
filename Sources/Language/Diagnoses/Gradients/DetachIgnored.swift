import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// The gradient was sent through `detach`, which passes none on.
  static let detachIgnored = Diagnosis(
    "detach-ignored",
    "the gradient was sent through `detach`, which passes none on", .graph
  ) { subject in
    subject.rows.flatMap { row -> [Mutant] in
      let rule = ChainRule(
        from: row.rule.output, to: subject.targets, in: subject.graph, passesDetached: true)
      guard rule.edges.count > row.rule.edges.count else { return [] }
      let detached = rule.edges.indices.filter {
        subject.graph.operation(of: rule.nodes[rule.edges[$0].node])?.name == "detach"
      }
      guard let first = detached.first else { return [] }
      return [
        Mutant(
          family: "", elements: row.elements,
          results: { point in
            var locals = rule.locals(at: subject.points[point], in: subject.graph)
            for edge in detached { locals[edge] = 1 }
            return rule.gradient(locals)
          },
          sentence: {
            let held = subject.title(rule.nodes[rule.edges[first].operand])
            return "the path through detach(\(held)) was counted: detach keeps the value, and "
              + "passes no gradient on"
          })
      ]
    }
  }
}
