import Autodiff

/// Means and spreads of many numbers that stand beside another way to the same numbers, as in
/// batch normalization.
extension GradientRow {
  func operationName(_ slot: Int) -> String {
    graph.operation(of: rule.nodes[slot])?.name ?? ""
  }

  /// The slots of statistics: those that some other way goes past.
  func findStatistics() -> Set<Int> {
    let averages = rule.nodes.indices.filter { slot in
      ["mean", "var", "std"].contains(operationName(slot))
        || rule.leaving[slot].contains { isDivisionByCount($0) }
    }
    return Set(
      averages.filter { slot in
        guard !rule.leaving[slot].isEmpty else { return false }
        var locals = locals(0)
        for edge in rule.leaving[slot] { locals[edge] = 0 }
        return rule.gradient(locals).contains { $0 != 0 }
      })
  }

  /// Whether some edge leads to statistics alone, or away from them.
  func isOfStatistics(_ edges: [Int]) -> Bool {
    guard !statistics.isEmpty else { return false }
    return edges.contains { edge in
      besideStatistics.contains(rule.edges[edge].node)
        || besideStatistics.contains(rule.edges[edge].operand)
    }
  }

  /// The slots from which every way up, or every way down, goes through a statistic.
  func findBesideStatistics() -> Set<Int> {
    var (below, above) = (statistics, statistics)
    for slot in rule.nodes.indices where !arriving[slot].isEmpty {
      if arriving[slot].allSatisfy({ below.contains(rule.edges[$0].node) }) {
        below.insert(slot)
      }
    }
    for slot in rule.nodes.indices.reversed() where !rule.leaving[slot].isEmpty {
      if rule.leaving[slot].allSatisfy({ above.contains(rule.edges[$0].operand) }) {
        above.insert(slot)
      }
    }
    return below.union(above)
  }
}
