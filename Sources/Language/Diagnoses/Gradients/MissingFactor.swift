import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// A local derivative of the chain was left out.
  static let missingFactor = Diagnosis(
    "missing-factor",
    "a local derivative of the chain was left out", .chain
  ) { subject in
    // Means, signs and halves have diagnoses of their own.
    let others: Set = ["mean", "sum", "add", "sub", "neg"]
    return subject.mutants { row in
      row.alike.filter { set in
        !others.contains(row.name(set.edges[0]))
          && !row.isDivisionByCount(set.edges[0]) && !row.isTwoOrHalf(set.edges[0])
      } + row.functions
    } change: { _, _, _ in
      1
    } sentence: { row, set in
      "the factor \(subject.factor(row, set)) is missing\(subject.others(row, set))"
    } + subject.withoutLink
  }
}

extension GradientSubject {
  /// What arrives at one named scalar or vector handed on to the next one below as it is.
  fileprivate var withoutLink: [Mutant] {
    rows.flatMap { row in
      row.links(of: targets).map { link in
        Mutant(
          family: "link", elements: row.elements,
          results: { point in
            let arrived = row.rule.arrivals(row.locals(point))
            let starts = link.pairs.map { ($0.lower, arrived[$0.upper]) }
            return row.rule.gradient(
              row.locals(point), from: Dictionary(uniqueKeysWithValues: starts))
          },
          sentence: {
            "the factor \(self.slope(link.upper, link.lower)) is missing: all that lies between "
              + "\(link.upper) and \(link.lower)"
          })
      }
    }
  }
}
