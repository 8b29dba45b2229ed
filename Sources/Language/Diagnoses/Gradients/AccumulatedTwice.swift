import Autodiff

extension Diagnosis where Subject == GradientSubject {
  /// Something was added to a gradient twice.
  static let accumulatedTwice = Diagnosis(
    "accumulated-twice",
    "something was added to a gradient twice", .forks
  ) { subject in
    let parts = subject.mutants { row in
      let nodes = row.rule.leaving.filter { $0.count > 1 }.map { Alike(kind: "", edges: Array($0)) }
      return row.alike.filter { row.arriving[row.rule.edges[$0.edges[0]].operand].count > 1 }
        + nodes
    } change: { row, edge, point in
      2 * row.locals(point)[edge]
    } sentence: { row, set in
      let share = subject.number(subject.share(row, of: set.edges))
      return
        "a path was added twice: \(subject.path(row, through: set.edges[0])) adds \(share) once"
    }
    let whole = subject.mutant { slope, _ in
      2 * slope
    } sentence: {
      "\(subject.name) was added to itself, as by going backward twice"
    }
    return parts + [whole]
  }
}
