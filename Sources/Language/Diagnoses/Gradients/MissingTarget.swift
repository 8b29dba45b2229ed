import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// p stands where p − y belongs: of the two ways from a cross-entropy to what it is computed from,
  /// the one through the target's own term was forgotten.
  static let missingTarget = Diagnosis(
    "missing-target", "p stands where p - y belongs: the target was not subtracted", .softmax
  ) { subject in
    subject.rows.flatMap { row -> [Mutant] in
      guard row.comparesShares else { return [] }
      let logits = row.logits.prefix(64)
      // One class is the target: 1 is subtracted at its place.
      var mutants = logits.map { subject.withoutTarget(row, [$0: "y"]) { _, _ in 1 } }
      // The target is a value of the program, beside each share.
      var targets: [String: [NodeID]] = [:]
      for node in subject.namedNodes where row.rule.slot(of: node) == nil {
        if let part = subject.graph.part(of: node) { targets[part.name, default: []].append(node) }
      }
      for (_, nodes) in targets.sorted(by: { $0.key < $1.key }) where nodes.count == logits.count {
        let places = Dictionary(uniqueKeysWithValues: zip(logits, nodes))
        mutants.append(
          subject.withoutTarget(row, places.mapValues(subject.title)) { slot, point in
            places[slot].map { row.value($0, point) } ?? 0
          })
      }
      return mutants
    }
  }
}

extension GradientSubject {
  /// The derivative with p instead of p − y at some logits, by their slots.
  fileprivate func withoutTarget(
    _ row: GradientRow, _ names: [Int: String],
    value: @escaping (_ slot: Int, _ point: Int) -> Double
  ) -> Mutant {
    Mutant(
      family: "", elements: row.elements,
      results: { point in
        var starts = [0: 1.0]
        for slot in names.keys { starts[slot] = value(slot, point) }
        return row.rule.gradient(row.locals(point), from: starts)
      },
      sentence: {
        let leads = row.leading(to: self.focus.element)
        let slots = names.keys.sorted()
        let slot = slots.first { leads[$0] } ?? slots[0]
        let logit = self.slope(self.outputName, self.title(row.rule.nodes[slot]))
        return "the target is missing: \(logit) is p - \(names[slot] ?? "y"), the share less its "
          + "target, which is \(self.number(value(slot, self.focus.point))) here"
      })
  }
}

extension GradientRow {
  private static let shares: Set = [
    "softmax", "log_softmax", "logsumexp", "sigmoid", "logsigmoid", "softplus", "exp",
  ]

  /// Whether shares are compared with targets on the way: there is a logarithm of them.
  fileprivate var comparesShares: Bool {
    let names = Set(rule.nodes.indices.map(operationName))
    return !names.isDisjoint(with: GradientRow.shares)
      && !names.isDisjoint(with: ["log", "log_softmax", "logsumexp", "logsigmoid", "softplus"])
  }

  /// The slots of what shares are computed from, in the order of the program.
  fileprivate var logits: [Int] {
    var slots: Set<Int> = []
    for edge in rule.edges.indices where GradientRow.shares.contains(name(edge)) {
      slots.insert(rule.edges[edge].operand)
    }
    return slots.sorted { rule.nodes[$0] < rule.nodes[$1] }
  }
}
