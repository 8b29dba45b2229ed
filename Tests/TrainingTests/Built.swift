import Autodiff
import Reporting

/// What the nodes of a rule over leaves come to, and the gradient of their weighted sum.
struct Built {
  /// The values of the nodes.
  let values: [Double]
  /// The gradient of Σ seed·node at each leaf.
  let gradient: [Double]
  /// How many nodes there are, the sum not counted.
  let count: Int

  /// Builds a rule over leaves of some values; every seed is 1 unless some are given.
  init(over leaves: [Double], seed: [Double] = [], _ rule: ([GraphNumber]) -> [GraphNumber]) {
    var graph = Graph()
    let nodes = leaves.map { graph.addLeaf($0, at: .none) }
    let results = graph.add(nodes, at: .none, rule: rule)
    values = results.map { graph.value(of: $0) }
    count = graph.count
    let seed = seed.isEmpty ? results.map { _ in 1 } : seed
    let sum = graph.add(results, at: .none) { results in
      [GraphNumber.dot(seed.map { GraphNumber($0) }, results)]
    }
    let tape = Tape(of: sum[0], in: graph)
    gradient = nodes.map { tape.gradient(at: $0) }
  }
}

/// The slope of a function along one coordinate by central differences, with the error of the
/// second order removed (Richardson).
func slope(at point: [Double], along place: Int, of function: ([Double]) -> Double) -> Double {
  func central(_ step: Double) -> Double {
    var (left, right) = (point, point)
    left[place] -= step
    right[place] += step
    return (function(right) - function(left)) / (2 * step)
  }
  let step = 1e-3 * max(1, abs(point[place]))
  return (4 * central(step / 2) - central(step)) / 3
}

extension Array where Element == Double {
  /// The bits of each number.
  var bits: [UInt64] { map(\.bitPattern) }
}

extension Array {
  /// The same elements in rows as long as some others.
  func inRows<T>(like rows: [[T]]) -> [[Element]] {
    var rest = self[...]
    return rows.map { row in
      defer { rest = rest.dropFirst(row.count) }
      return Array(rest.prefix(row.count))
    }
  }
}
