import Reporting

/// What a node is called on the screen.
extension Graph {
  /// The longest text that stands for a node without a name.
  private static let longestText = 28
  /// How many operations deep such a text may be.
  private static let deepestText = 4

  /// The node's name; its number, for a constant; else the operation with its operands, as the
  /// program would write it; `v` and the node's place where that would be too long to read.
  public func title(of node: NodeID, typeset: Bool = false) -> String {
    if let name = name(of: node) { return name }
    guard let formula = shortExpression(of: node) else { return place(node) }
    return formula.text(FormulaStyle(.names, numbers: .exact, typeset: typeset))
  }

  /// What the program wrote for a node, if that is short enough to stand for it.
  private func shortExpression(of node: NodeID) -> Formula? {
    guard let formula = expression(of: node, depth: Graph.deepestText) else { return nil }
    let text = formula.text(FormulaStyle(.names, numbers: .exact, typeset: false))
    return text.count <= Graph.longestText ? formula : nil
  }

  /// A title in which what is too long to read stands as `…`, for a node without a name: what it
  /// computes is told, though not from what.
  public func sketch(of node: NodeID, typeset: Bool = false) -> String {
    if isRecognizable(node) { return title(of: node, typeset: typeset) }
    return shortOutline(of: node).text(
      FormulaStyle(.names, numbers: NumberStyle(digits: 3), typeset: typeset))
  }

  /// A title for a list, with numbers of at most six digits.
  public func brief(of node: NodeID, typeset: Bool = false) -> String {
    if let name = name(of: node) { return name }
    let formula = shortExpression(of: node) ?? shortOutline(of: node)
    return formula.text(FormulaStyle(.names, numbers: NumberStyle(), typeset: typeset))
  }

  /// A node as it stands in a formula, sketched where it would be a place in the graph.
  func sketchedFormula(for node: NodeID, with values: [Double]) -> Formula {
    isConstant(node) || isRecognizable(node)
      ? formula(for: node, with: values)
      : Formula(quantity: shortOutline(of: node), values[node.offset])
  }

  /// As much of what the program wrote for a node as is short enough to stand for it.
  private func shortOutline(of node: NodeID) -> Formula {
    let style = FormulaStyle(.names, numbers: NumberStyle(digits: 3), typeset: false)
    for depth in (1..<Graph.deepestText).reversed() {
      let outline = outline(of: node, depth: depth)
      if outline.text(style).count <= Graph.longestText { return outline }
    }
    return Formula(operation(of: node).map { "\($0.word)(…)" } ?? place(node))
  }

  /// What the program wrote for a node, down to some depth and to names.
  private func outline(of node: NodeID, depth: Int) -> Formula {
    if let name = name(of: node) { return Formula(name) }
    if isConstant(node) { return Formula(value(of: node)) }
    let operands = operands(of: node)
    guard depth > 0, let operation = operation(of: node) else { return Formula("…") }
    guard operands.count <= 3 else { return Formula("\(operation.word)(…)") }
    return Formula(
      operators[node.offset], operands.map { outline(of: $0, depth: depth - 1) },
      settings(of: node))
  }

  /// Whether the node has a title a learner would know it by.
  public func isRecognizable(_ node: NodeID) -> Bool {
    isNamed(node) || title(of: node) != place(node)
  }

  /// A node's operation applied to its operands, with their titles and the numbers they have now;
  /// nil for a leaf or a constant.
  public func application(of node: NodeID) -> Formula? {
    guard operation(of: node) != nil else { return nil }
    return Formula(
      operators[node.offset], operands(of: node).map { sketchedFormula(for: $0, with: values) },
      settings(of: node))
  }

  /// A node's operation applied to its operands, with their titles and some numbers.
  func application(of node: NodeID, with values: [Double]) -> Formula {
    Formula(
      operators[node.offset], operands(of: node).map { formula(for: $0, with: values) },
      settings(of: node))
  }

  /// A node as it stands in a formula: a number if the program wrote one, else its title.
  func formula(for node: NodeID, with values: [Double]) -> Formula {
    if isConstant(node), !isNamed(node) { return Formula(values[node.offset]) }
    if !isNamed(node), let expression = shortExpression(of: node) {
      return Formula(quantity: expression, values[node.offset])
    }
    return Formula(title(of: node), values[node.offset])
  }

  private func place(_ node: NodeID) -> String { "v\(node.offset + 1)" }

  /// What the program wrote for a node, down to names; nil if that is too deep or too wide.
  private func expression(of node: NodeID, depth: Int) -> Formula? {
    if let name = name(of: node) { return Formula(name) }
    if isConstant(node) { return Formula(value(of: node)) }
    let operands = operands(of: node)
    guard depth > 0, operation(of: node) != nil, operands.count <= 6 else { return nil }
    let parts = operands.compactMap { expression(of: $0, depth: depth - 1) }
    guard parts.count == operands.count else { return nil }
    return Formula(operators[node.offset], parts, settings(of: node))
  }
}
