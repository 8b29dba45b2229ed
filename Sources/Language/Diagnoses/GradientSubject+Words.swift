import Autodiff
import Reporting

/// Nodes, factors and paths in words, with their numbers at the first point.
extension GradientSubject {
  /// The derivative of one thing with respect to another, by name.
  func slope(_ top: String, _ bottom: String) -> String {
    SlopeName.text(top, bottom, bracketed: bracketed)
  }

  /// The derivative that is claimed.
  var name: String { slope(outputName, targetName) }

  func title(_ node: NodeID) -> String {
    if node == outputs.first, outputs.count == 1 { return outputName }
    if node == targets.first, targets.count == 1 { return targetName }
    // A place in the graph would tell nobody what is meant.
    guard !graph.isRecognizable(node), let operation = graph.operation(of: node) else {
      return graph.title(of: node)
    }
    return operation.noun
  }

  func number(_ value: Double) -> String { NumberStyle(digits: 5).text(value) }

  /// A factor with its rule and its number: `dy/dz = 1 - y^2 = 0.78645`.
  func factor(_ row: GradientRow, _ set: Alike) -> String {
    guard let run = row.runs(set).first, let first = run.first, let last = run.last else {
      return ""
    }
    let name = slope(title(row.node(first)), title(row.operand(last)))
    let locals = row.locals(0)
    let value = number(run.reduce(1) { $0 * locals[$1] })
    guard run.count == 1,
      let formula = graph.localFormulas(of: row.node(first), at: points[0])[row.place(first)]
    else { return "\(name) = \(value)" }
    let text = formula.text(FormulaStyle(.names, numbers: NumberStyle(digits: 5), typeset: false))
    return text == value || text.count > 32 ? "\(name) = \(value)" : "\(name) = \(text) = \(value)"
  }

  /// What is said of the same mistake in several places.
  func others(_ row: GradientRow, _ set: Alike) -> String {
    let runs = row.runs(set)
    guard runs.count > 1, let first = runs.first?.first else { return "" }
    guard let operation = row.operation(first) else { return "" }
    return ", and so wherever \(operation.sign) is used"
  }

  /// A path from the output to a target through an edge, by the nodes a learner knows.
  func path(_ row: GradientRow, through edge: Int) -> String {
    var up: [Int] = []
    var slot = row.rule.edges[edge].node
    while slot != 0, let next = row.arriving[slot].first {
      up.append(slot)
      slot = row.rule.edges[next].node
    }
    var down: [Int] = []
    slot = row.rule.edges[edge].operand
    while true {
      down.append(slot)
      guard !targets.contains(row.rule.nodes[slot]), let next = row.rule.leaving[slot].first else {
        break
      }
      slot = row.rule.edges[next].operand
    }
    let middle = (up.reversed() + down).map { row.rule.nodes[$0] }
    let shown = middle.dropLast().filter(graph.isNamed)
    // Where nothing on the way has a name, the node itself is shown.
    let ends = Set(targets + [row.rule.output])
    let inner =
      shown.isEmpty
      ? [row.node(edge), row.operand(edge)].filter { !ends.contains($0) }.prefix(1)
      : shown.prefix(4)
    let end = middle.last.map { [$0] } ?? []
    return ([row.rule.output] + inner + end).map(title).joined(separator: " <- ")
  }

  /// What a path adds to the first target it leads to.
  func share(_ row: GradientRow, of edges: [Int]) -> Double {
    var locals = row.locals(0)
    for edge in edges { locals[edge] = 0 }
    let (all, rest) = (row.gradient(0), row.rule.gradient(locals))
    let place = all.indices.first { all[$0] != rest[$0] } ?? 0
    return all[place] - rest[place]
  }
}
