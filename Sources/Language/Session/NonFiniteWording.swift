import Autodiff
import Reporting

/// The words for the place where nan or infinity began.
enum NonFiniteWording {
  /// What is wrong where an operation is defined and its result is infinite all the same.
  static let overflow = "the largest number is about 1.8e308; whatever is larger becomes inf"

  /// A node whose value is nan or infinite though all it was made from is finite.
  static func value(_ node: NodeID, in pass: Pass, at range: SourceRange) -> Diagnostic {
    let graph = pass.graph
    let value = NumberStyle.exact.text(pass.tape.value(of: node))
    let title = graph.sketch(of: node)
    let place = graph.range(of: node) == .none ? range : graph.range(of: node)
    guard let operation = graph.operation(of: node), let formula = graph.application(of: node)
    else {
      return Diagnostic(
        .warning, "non-finite", "'\(title)' was given the value \(value)", at: place,
        notes: ["everything that depends on it may be nan or infinite too"])
    }
    // Of many operands only some are shown, as they are where a formula is typeset.
    let isLong = graph.operands(of: node).count > 12
    let numbers = formula.text(FormulaStyle(.numbers, typeset: isLong))
    var notes = ["everything that depends on it may be nan or infinite too"]
    let operands = graph.operands(of: node).map(pass.tape.value(of:))
    if let domain = operation.domain, !domain.contains(operands) {
      notes.insert("\(operation.name) is defined for \(domain.words)", at: 0)
      if let remedy = operation.remedy(.outside) { notes.insert(remedy, at: 1) }
    } else if pass.tape.value(of: node).isInfinite {
      notes.insert(overflow, at: 0)
      if let remedy = operation.remedy(.overflow) { notes.insert(remedy, at: 1) }
    }
    return Diagnostic(
      .warning, "non-finite", "'\(title)' is the first to become \(value): \(numbers) = \(value)",
      at: place, notes: notes)
  }

  /// A contribution that is nan or infinite though everything before it is finite.
  static func gradient(
    _ origin: (position: Int, contribution: Int), in pass: Pass, at range: SourceRange
  ) -> Diagnostic {
    let graph = pass.graph
    guard let step = pass.tape.backwardStep(origin.position, in: graph) else {
      return Diagnostic(.warning, "non-finite", "a gradient is nan or infinite", at: range)
    }
    let sent = step.contributions[origin.contribution]
    let style = FormulaStyle(.numbers, typeset: false)
    let place = graph.range(of: step.node) == .none ? range : graph.range(of: step.node)
    var notes = [
      "the local derivative is \(sent.formula.text(style)) = \(NumberStyle().text(sent.local))"
    ]
    if step.upstream == 0, !sent.local.isFinite {
      notes.append("nothing would arrive here, but 0*inf is nan")
    }
    if !sent.local.isFinite, let remedy = step.operation.remedy(.slope) { notes.append(remedy) }
    let product =
      "\(NumberStyle().text(step.upstream)) * \(NumberStyle().text(sent.local)) = "
      + NumberStyle().text(sent.contribution)
    return Diagnostic(
      .warning, "non-finite",
      "the gradient first becomes \(NumberStyle().text(sent.after)) on its way from "
        + "'\(graph.sketch(of: step.node))' to '\(graph.sketch(of: sent.operand))': \(product)",
      at: place, notes: notes)
  }
}
