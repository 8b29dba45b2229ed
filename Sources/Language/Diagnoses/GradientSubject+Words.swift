import Autodiff
import Reporting

/// Nodes, factors and paths in words, with their numbers at the point that is spoken of.
extension GradientSubject {
  /// The derivative of one thing with respect to another, by name.
  func slope(_ top: String, _ bottom: String) -> String {
    SlopeName.text(top, bottom, bracketed: bracketed)
  }

  /// The derivative that is claimed, or the element of it that is spoken of.
  var name: String {
    focus.isPart ? elementName(focus.element) : slope(outputName, targetName)
  }

  /// An element of the derivative: `dL/dw[2]`, and of a list `d[v,w]` simply `dL/dw`.
  func elementName(_ element: Int) -> String {
    if targetName.hasPrefix("["), outputs.count == 1 {
      return slope(outputName, graph.title(of: targets[element]))
    }
    return slope(outputName, targetName)
      + (shape == .scalar ? "" : shape.subscriptText(of: element))
  }

  /// What is differentiated by, or the element of it that is spoken of.
  var targetTitle: String {
    focus.isPart && targets.count > 1 ? title(targets[focus.element % targets.count]) : targetName
  }

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
    let locals = row.locals(focus.point)
    let value = number(run.reduce(1) { $0 * locals[$1] })
    guard run.count == 1,
      let formula = graph.localFormulas(of: row.node(first), at: points[focus.point])[
        row.place(first)]
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
    let leads = row.leading(to: focus.element)
    while true {
      down.append(slot)
      let ways = row.rule.leaving[slot]
      guard !targets.contains(row.rule.nodes[slot]),
        let next = ways.first(where: { leads[row.rule.edges[$0].operand] }) ?? ways.first
      else { break }
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

  /// What a path adds to the element that is spoken of.
  func share(_ row: GradientRow, of edges: [Int]) -> Double {
    var locals = row.locals(focus.point)
    for edge in edges { locals[edge] = 0 }
    let (all, rest) = (row.gradient(focus.point), row.rule.gradient(locals))
    let place = focus.element - row.elements.lowerBound
    guard all.indices.contains(place) else { return 0 }
    return all[place] - rest[place]
  }
}
