import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// At a fork each way replaced the one before instead of being added to it.
  static let keptLastPath = Diagnosis(
    "kept-last-path",
    "at a fork each way replaced the one before instead of being added to it", .forks
  ) { subject in
    let forks = { (row: GradientRow) in row.arriving.filter { $0.count > 1 } }
    let single = { (row: GradientRow) in
      forks(row).flatMap { ways in
        (ways.count > 64 ? [ways[0], ways[ways.count - 1]] : ways).map { kept in
          Alike(kind: "", edges: ways.filter { $0 != kept })
        }
      }
    }
    let all = { (row: GradientRow) in
      [
        Alike(kind: "last", edges: forks(row).flatMap { $0.dropLast() }),
        Alike(kind: "first", edges: forks(row).flatMap { $0.dropFirst() }),
      ].filter { !$0.edges.isEmpty }
    }
    return subject.mutants { row in
      (single(row) + all(row)).filter { set in
        // Statistics and softmaxes have diagnoses of their own.
        !row.isOfStatistics(set.edges)
          && !set.edges.contains { row.operation($0)?.elements != nil }
      }
    } change: { _, _, _ in
      0
    } sentence: { row, set in
      let fork = row.rule.edges[set.edges[0]].operand
      let kept = row.arriving[fork].first { !set.edges.contains($0) } ?? set.edges[0]
      return
        "\(subject.title(row.rule.nodes[fork])) is used \(row.arriving[fork].count) times, and "
        + "only one path was kept: \(subject.path(row, through: kept)); their contributions add"
    }
  }
}
