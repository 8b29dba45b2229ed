import Autodiff
import Reporting

/// The parts of the sentence: why factors are what they are, and how numbers are written in it.
extension GradientSentence {
  /// The steps of the best path that are on every path that is shown.
  var commonSteps: [Int] {
    guard let best = paths.first else { return [] }
    var isCommon = Array(repeating: true, count: best.path.factors.count)
    for other in paths.dropFirst() {
      guard other.row == best.row else { return [] }
      let next = Dictionary(
        zip(other.path.nodes, other.path.nodes.dropFirst()), uniquingKeysWith: { first, _ in first }
      )
      for step in isCommon.indices where next[best.path.nodes[step]] != best.path.nodes[step + 1] {
        isCommon[step] = false
      }
    }
    return isCommon.indices.filter { isCommon[$0] }
  }

  func isUnary(_ path: ExplainedPath, _ step: Int) -> Bool {
    path.state.graph.operation(of: path.path.nodes[step])?.operandCount == 1...1
  }

  /// Why some factors of a path are what they are.
  func clause(_ path: ExplainedPath, _ steps: [Int], _ group: FactorGroup? = nil) -> String {
    guard let step = steps.first,
      let group = group ?? path.path.groups(of: steps, in: path.state).first
    else { return "" }
    let each = path.path.factors[step]
    let many = number(Double(steps.count), words: true)
    switch group.kind {
    case .quantity(let name):
      return steps.count == 1
        ? "it is multiplied by \(name) = \(number(each))"
        : "\(many) factors \(name) = \(number(each)) multiply to \(number(group.product))"
    case .constant where steps.count == 1 && isTie(path, step):
      let operation = path.state.graph.operation(of: path.path.nodes[step])?.name ?? ""
      return
        "\(operation) has a tie, which \(path.state.graph.sketch(of: path.path.nodes[step + 1]))"
        + " shares: each of the equal operands gets \(number(each))"
    case .constant:
      return steps.count == 1
        ? "it is multiplied by \(number(each))"
        : "\(many) factors \(number(each)) multiply to \(number(group.product))"
    case .slope(let id, _):
      let operation = Operators[id]
      guard steps.count == 1 else {
        return "\(many) slopes of \(operation.word), about \(number(group.typicalSize)) each,"
          + " multiply to \(number(group.product))"
      }
      return slope(operation, path, step)
    }
  }

  /// Whether a factor is the share of one of several operands that are all the largest, or the
  /// smallest.
  private func isTie(_ path: ExplainedPath, _ step: Int) -> Bool {
    let (node, state) = (path.path.nodes[step], path.state)
    guard let operation = state.graph.operation(of: node), operation.sharesTies else {
      return false
    }
    let values = state.graph.operands(of: node).map(state.value)
    return operation.hasKink(values.map { $0...$0 }, state.graph.settings(of: node))
  }

  /// Why one local derivative is what it is.
  private func slope(_ operation: Operator, _ path: ExplainedPath, _ step: Int) -> String {
    let factor = path.path.factors[step]
    let operand = path.path.nodes[step + 1]
    let title = path.state.graph.sketch(of: operand)
    guard operation.operandCount == 1...1 else {
      let style = FormulaStyle(.names, numbers: NumberStyle(digits: 3), typeset: false)
      let rule = path.path.formula(of: step, in: path.state).text(style)
      let shown = rule.count <= 40 && rule != number(factor) ? "\(rule) = " : ""
      let node = path.path.nodes[step]
      let made = path.state.graph.isNamed(node) ? path.state.graph.title(of: node) : operation.word
      return "the slope of \(made) along \(title) is \(shown)\(number(factor))"
    }
    if isTie(path, step) {
      return "\(operation.word) has a tie, which \(title) shares: each of the equal operands gets"
        + " \(number(factor))"
    }
    let point = "\(title) = \(number(path.state.value(of: operand)))"
    let value = path.state.value(of: operand)
    let settings = path.state.graph.settings(of: path.path.nodes[step])
    if factor.isFinite, operation.hasKink([value...value], settings) {
      return "\(operation.word) has a kink at \(point), where its slope is taken to be"
        + " \(number(factor))"
    }
    if abs(factor) < 0.1 {
      return "\(operation.word) is flat at \(point): local derivative \(number(factor))"
    }
    if abs(factor) > 10 {
      return "\(operation.word) is steep at \(point): local derivative \(number(factor))"
    }
    return "the slope of \(operation.word) at \(point) is \(number(factor))"
  }

  // MARK: Words

  func number(_ value: Double, words: Bool = false) -> String {
    if words, value == .infinity { return "countless" }
    let small = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    if words, let place = Int(exactly: value - 2), small.indices.contains(place) {
      return small[place]
    }
    return NumberStyle(digits: 3).text(value)
  }

  func counted(_ count: Int, _ noun: String) -> String {
    "\(number(Double(count), words: true)) \(noun)\(count == 1 ? "" : "s")"
  }

  func percent(_ path: ExplainedPath) -> String {
    percent(abs(path.product) / magnitude)
  }

  func percent(_ share: Double) -> String {
    "\(NumberStyle(digits: 2).text((share * 1000).rounded() / 10)) %"
  }
}
