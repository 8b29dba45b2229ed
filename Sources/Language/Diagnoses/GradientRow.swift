import Autodiff

/// The derivative of one output: its chain rule, and the local derivatives at each point.
final class GradientRow {
  let rule: ChainRule
  let graph: Graph
  let points: [[Double]]
  /// Its elements among those of the claim.
  let elements: Range<Int>
  private var knownLocals: [Int: [Double]] = [:]
  private var knownGradients: [Int: [Double]] = [:]
  /// The edges that do the same work, and those that make up a function.
  lazy var alike: [Alike] = rule.alike(in: graph)
  lazy var functions: [Alike] = rule.functions(in: graph)
  lazy var arriving: [[Int]] = rule.arriving
  /// Means and spreads beside another way, and what leads through them alone.
  lazy var statistics: Set<Int> = findStatistics()
  lazy var besideStatistics: Set<Int> = findBesideStatistics()

  init(rule: ChainRule, in graph: Graph, points: [[Double]], elements: Range<Int>) {
    self.rule = rule
    self.graph = graph
    self.points = points
    self.elements = elements
  }

  func locals(_ point: Int) -> [Double] {
    if let known = knownLocals[point] { return known }
    let locals = rule.locals(at: points[point], in: graph)
    knownLocals[point] = locals
    return locals
  }

  func gradient(_ point: Int) -> [Double] {
    if let known = knownGradients[point] { return known }
    let gradient = rule.gradient(locals(point))
    knownGradients[point] = gradient
    return gradient
  }

  /// The node an edge leaves, its operation, and the operand it leads to.
  func node(_ edge: Int) -> NodeID { rule.nodes[rule.edges[edge].node] }
  func operand(_ edge: Int) -> NodeID { rule.nodes[rule.edges[edge].operand] }
  func place(_ edge: Int) -> Int { rule.edges[edge].place }
  func operation(_ edge: Int) -> Operator? { graph.operation(of: node(edge)) }
  func name(_ edge: Int) -> String { operation(edge)?.name ?? "" }
  func sign(_ edge: Int) -> String { operation(edge)?.sign ?? "" }

  /// The values of a node's operands, and its own, at a point.
  func operands(_ edge: Int, _ point: Int) -> [Double] {
    graph.operands(of: node(edge)).map { points[point][Int($0.index)] }
  }
  func value(_ node: NodeID, _ point: Int) -> Double { points[point][Int(node.index)] }

  /// Whether a node's edge leads where another of its edges leads too, as in x*x.
  func isHalfOfSquare(_ edge: Int) -> Bool {
    let ways = rule.leaving[rule.edges[edge].node]
    return ways.contains { $0 != edge && rule.edges[$0].operand == rule.edges[edge].operand }
  }

  /// How many paths lead to a target without some edges; x*x is one path to x.
  func pathCount(without dropped: [Int], to target: Int) -> Double {
    var ones = rule.edges.indices.map { isHalfOfSquare($0) ? 0.5 : 1 }
    for edge in dropped { ones[edge] = 0 }
    return rule.gradient(ones)[target]
  }

  /// The runs that a set of edges consists of, each edge leading to the node the next one leaves.
  func runs(_ set: Alike) -> [[Int]] {
    var runs: [[Int]] = []
    for edge in set.edges {
      if let last = runs.last?.last, rule.edges[last].operand == rule.edges[edge].node {
        runs[runs.count - 1].append(edge)
      } else {
        runs.append([edge])
      }
    }
    return runs
  }

  /// Whether some path leads from each slot down to the target of an element of the claim.
  func leading(to element: Int) -> [Bool] {
    let place = element - elements.lowerBound
    var leads = [Bool](repeating: false, count: rule.nodes.count)
    guard rule.targets.indices.contains(place), let end = rule.slot(of: rule.targets[place]) else {
      return leads
    }
    leads[end] = true
    for slot in rule.nodes.indices.reversed() where !leads[slot] {
      leads[slot] = rule.leaving[slot].contains { leads[rule.edges[$0].operand] }
    }
    return leads
  }

  /// Those edges of a set that lead to the target of an element; all, if none does.
  func part(of set: Alike, leadingTo element: Int) -> Alike {
    guard rule.targets.count > 1 else { return set }
    let leads = leading(to: element)
    let edges = set.edges.filter { leads[rule.edges[$0].operand] }
    return edges.isEmpty ? set : Alike(kind: set.kind, edges: edges)
  }
}
