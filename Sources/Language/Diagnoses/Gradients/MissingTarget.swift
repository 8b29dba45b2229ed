import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// p stands where p − y belongs: of the two ways from a cross-entropy to what it is computed from,
  /// the one through the target's own term was forgotten.
  static let missingTarget = Diagnosis(
    "missing-path",
    "p stands where p − y belongs: of the two ways from a cross-entropy to what it "
      + "is computed from, the one through the target's own term was forgotten", .softmax
  ) { subject in
    guard subject.outputs.count == 1, let row = subject.rows.first, subject.hasShares(row) else {
      return []
    }
    let sentence = { (target: String, value: Double) in
      "the target is missing: \(subject.name) is p - \(target), the share less its target, which "
        + "is \(subject.number(value)) here"
    }
    // One class is the target: 1 is subtracted at its place.
    var mutants = subject.targets.indices.map { place in
      Mutant(
        family: "class \(place)", elements: 0..<subject.elementCount,
        results: { point in
          var truth = subject.truth(point)
          truth[place] += 1
          return truth
        },
        sentence: { sentence("y", 1) })
    }
    // The target is a value of the program, beside each share.
    for node in subject.namedNodes where row.rule.slot(of: node) == nil {
      mutants += subject.elements(for: node).map { elements in
        Mutant(
          family: subject.graph.part(of: node)?.name ?? "", elements: elements,
          results: { point in
            let target = subject.points[point][Int(node.index)]
            return subject.truth(point)[elements].map { $0 + target }
          },
          sentence: {
            sentence(
              subject.title(node), subject.points[subject.focus.point][Int(node.index)])
          })
      }
    }
    return mutants
  }
}

extension GradientSubject {
  /// Whether shares are compared with targets on the way: a softmax or sigmoid under a logarithm, or
  /// a loss that has both in it.
  fileprivate func hasShares(_ row: GradientRow) -> Bool {
    let names = Set(row.rule.nodes.compactMap { graph.operation(of: $0)?.name })
    return !names.isDisjoint(with: GradientSubject.shares)
      && !names.isDisjoint(with: ["log", "logsumexp"])
      || names.contains {
        $0.contains("entropy") || $0.contains("bce") || $0.contains("log_softmax")
      }
  }

  private static let shares: Set = ["softmax", "sigmoid", "exp", "logsumexp"]
}
