import Autodiff

/// The points at which a claim is tested: where the program stands, and others drawn at random.
///
/// The draws depend on nothing but their number, so that a claim is judged alike every time.
struct ClaimPoints {
  /// The values of all nodes at each point; the first is where the program stands, if all is finite
  /// there.
  var values: [[Double]] = []
  /// Whether the first is where the program stands.
  var hasCurrent = false
  /// The leaves that were drawn.
  var drawn: [NodeID] = []

  /// How many are drawn.
  static let count = 20
  /// How often a point is drawn again where something is not finite.
  private static let attempts = 40
  /// The most numbers that are kept for all points together.
  private static let mostNumbers = 4_000_000

  /// Points for some nodes, at which all they depend on is finite.
  init(of nodes: [NodeID], targets: [NodeID], in graph: Graph, isDrawn: Bool) {
    let sources = Set(nodes.flatMap(graph.sources)).sorted()
    let isFinite = { (values: [Double]) in sources.allSatisfy { values[Int($0.index)].isFinite } }
    if isFinite(graph.values) {
      values.append(graph.values)
      hasCurrent = true
    }
    guard isDrawn else { return }
    let held = ClaimPoints.held(sources, in: graph)
    drawn =
      sources.filter { graph.isLeaf($0) && !held.contains($0) }
      + targets.filter { graph.isConstant($0) && !held.contains($0) }
    guard !drawn.isEmpty else { return }
    let most = max(4, min(ClaimPoints.count, ClaimPoints.mostNumbers / max(graph.count, 1)))
    for place in 0..<most {
      for attempt in 0..<ClaimPoints.attempts {
        let draw = RandomSource.draw(seed: 20, place: place * ClaimPoints.attempts + attempt)
        var numbers: [NodeID: Double] = [:]
        // At first anywhere; then ever closer to where the program stands.
        let reach = attempt < 12 ? 1.5 : 1.5 * ClaimPoints.power(0.8, attempt - 12)
        for (index, leaf) in drawn.enumerated() {
          let number = (2 * draw.uniform(index) - 1) * reach
          numbers[leaf] = attempt < 12 ? number : graph.value(of: leaf) + number
        }
        let values = graph.values(setting: numbers)
        guard isFinite(values) else { continue }
        self.values.append(values)
        break
      }
    }
  }

  private static func power(_ base: Double, _ count: Int) -> Double {
    (0..<max(count, 0)).reduce(1) { product, _ in product * base }
  }

  /// Leaves that say which element is meant, and so are no numbers to be drawn.
  private static func held(_ sources: [NodeID], in graph: Graph) -> Set<NodeID> {
    var held: Set<NodeID> = []
    for node in sources where graph.operation(of: node)?.name == "pick" {
      if let place = graph.operands(of: node).last { held.formUnion(graph.sources(of: place)) }
    }
    return held
  }
}

extension GradientRow {
  /// The smallest and largest derivative there may be at a point: one number, but for a corner an
  /// interval of subgradients, which is spanned by the derivatives all around.
  func interval(_ point: Int, drawn: [NodeID]) -> [ClosedRange<Double>] {
    let gradient = gradient(point)
    var bounds = gradient.map { $0...$0 }
    guard rule.nodes.contains(where: { graph.isKink($0, at: points[point]) }) else { return bounds }
    for attempt in 0..<24 {
      let draw = RandomSource.draw(seed: 21, place: attempt)
      var numbers: [NodeID: Double] = [:]
      for (index, leaf) in drawn.enumerated() {
        let value = points[point][Int(leaf.index)]
        numbers[leaf] = value + (2 * draw.uniform(index) - 1) * 1e-9 * max(1, abs(value))
      }
      var around = graph
      for leaf in drawn { around.set(leaf, to: points[point][Int(leaf.index)]) }
      let values = around.values(setting: numbers)
      let near = rule.gradient(rule.locals(at: values, in: graph))
      for (place, slope) in near.enumerated() where slope.isFinite {
        bounds[place] =
          min(bounds[place].lowerBound, slope)...max(bounds[place].upperBound, slope)
      }
    }
    return bounds
  }
}
