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
      // To whom overlooks it, what is detached moves along with the rest.
      let moving = Set(subject.graph.leaves(below: row.rule.output) + subject.targets)
      return [
        Mutant(
          family: "", elements: row.elements,
          results: { point in
            let given = subject.points[point]
            let numbers = moving.map { ($0, given[Int($0.index)]) }
            let values = subject.graph.values(
              setting: Dictionary(uniqueKeysWithValues: numbers), holdingDetached: false)
            var locals = rule.locals(at: values, in: subject.graph)
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
