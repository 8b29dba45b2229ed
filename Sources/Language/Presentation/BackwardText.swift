import Autodiff
import Reporting

/// The backward pass in words: a step a node, with every chain-rule product and its numbers.
struct BackwardText {
  private let pass: Pass
  private let presenter: TextPresenter
  let folding: Folding

  init(_ pass: Pass, _ presenter: TextPresenter) {
    self.pass = pass
    self.presenter = presenter
    folding = Folding(pass.tape, in: pass.graph, isUnfolded: pass.isUnfolded)
  }

  /// The most contributions of one step that are written out at a prompt.
  private static let mostContributions = 12

  func write(_ write: (Document) -> Void) {
    presenter.write(
      pass, "backward", "from the result back to the leaves", of: folding.backwardNodes,
      step: { step($0, $1) }, write)
    write(gradients())
  }

  /// What arrives at a node.
  func head(_ position: Int, _ step: FoldedStep) -> Document {
    let title = presenter.title(of: step.node, in: pass.graph)
    var head = presenter.head(position, step.node, is: step.definition, in: pass.graph)
    if step.isKink {
      let isTie = pass.graph.operation(of: step.node)?.sharesTies == true
      head += StyledText(isTie ? "  a tie, which shares" : "  at a kink", .warning)
    }
    var document = Document(head)
    let isFirst = step.node == pass.tape.output
    document.add(
      StyledText(presenter.derivative(of: pass.name, by: title), .name) + " = "
        + StyledText(presenter.number(step.upstream), .number)
        + StyledText(isFirst ? "  where the pass begins" : "  has arrived", .muted), indent: 5)
    return document
  }

  /// One step: what arrives at a node, and what is sent to each of its operands.
  func step(_ position: Int, _ node: NodeID) -> Document {
    let step = folding.backwardStep(of: node, pass.tape, in: pass.graph)
    var document = head(position, step)
    let most = presenter.mostSteps == nil ? Int.max : Self.mostContributions
    for sent in step.contributions.prefix(most) {
      document.add(contribution(sent, of: step))
    }
    if step.contributions.count > most {
      document.add(rest(step.contributions.count - most), indent: 5)
    }
    if step.contributions.isEmpty {
      document.add(StyledText("nothing flows back from here", .muted), indent: 5)
    }
    return document
  }

  /// How many products of a step are not written out.
  func rest(_ count: Int) -> StyledText {
    StyledText("… and \(count) more operands in the same way", .muted)
  }

  /// One product of the chain rule: by name, with the numbers in, and the running sum; the result
  /// may be kept back.
  func contribution(
    _ sent: FoldedStep.Contribution, of step: FoldedStep, hidesResult: Bool = false
  ) -> Document {
    let product = product(sent, of: step, hidesResult: hidesResult)
    var document = Document()
    document.add(product.formula, indent: 5)
    document.add(product.numbers, indent: 5)
    if let sum = product.sum { document.add(sum, indent: 5) }
    return document
  }

  /// The lines about one product of the chain rule.
  struct Product {
    /// By name: `dL/dz += dL/da · (1 − a²)`.
    var formula: StyledText
    /// With the numbers in.
    var numbers: StyledText
    /// What the operand had before and has now; nil for its first, or where the result is kept back.
    var sum: StyledText?
  }

  func product(
    _ sent: FoldedStep.Contribution, of step: FoldedStep, hidesResult: Bool = false
  ) -> Product {
    let title = presenter.title(of: step.node, in: pass.graph)
    let arrived = presenter.derivative(of: pass.name, by: title)
    let operand = presenter.title(of: sent.operand, in: pass.graph)
    let target = presenter.derivative(of: pass.name, by: operand)
    let total = pass.tape.gradient(at: sent.operand)
    // A nan is not equal to itself.
    let isPart =
      sent.before != nil || !(sent.after == total || sent.after.isNaN && total.isNaN)
    let factors = sent.factors.filter { !$0.isOne }
    let symbolic = ([arrived] + factors.map { presenter.factor($0, presenter.names) })
      .joined(separator: presenter.times)
    let numeric =
      ([presenter.factor(step.upstream)]
      + factors.map { presenter.factor($0, presenter.substituted) })
      .joined(separator: presenter.times)
    let sign = isPart ? " += " : " = "
    let margin = String(repeating: " ", count: max(0, target.count + sign.count - 2))
    let formula =
      StyledText(target, .name) + StyledText(sign) + StyledText(symbolic, .formula)
    var line = StyledText(margin + "= ", .muted)
    if !factors.isEmpty { line += StyledText(numeric, .formula) + StyledText(" = ", .muted) }
    line +=
      hidesResult
      ? StyledText("?", .heading) : StyledText(presenter.number(sent.contribution), .number)
    guard !hidesResult, let before = sent.before else {
      return Product(formula: formula, numbers: line, sum: nil)
    }
    let sum =
      StyledText(margin + "  so far ", .muted)
      + StyledText(
        "\(presenter.number(before)) + \(presenter.factor(sent.contribution)) = ", .formula)
      + StyledText(presenter.number(sent.after), .number)
    return Product(formula: formula, numbers: line, sum: sum)
  }

  /// The gradient at every leaf.
  func gradients() -> Document {
    var document = Document()
    document.add(
      StyledText("gradients of ", .heading) + StyledText(pass.name, .name) + " = "
        + StyledText(presenter.number(pass.tape.value(of: pass.tape.output)), .number))
    if pass.leaves.isEmpty {
      document.add("there is no input and no param to have a gradient", indent: 2)
    }
    var table = Table([.left, .left, .left], indent: 2)
    let below = Set(pass.tape.forwardNodes.flatMap(pass.graph.operands) + [pass.tape.output])
    var others: [String] = []
    for leaf in pass.leaves {
      guard leaf.nodes.contains(where: below.contains) else {
        others.append(leaf.name)
        continue
      }
      let gradient = pass.gradient(at: leaf)
      let name = presenter.derivative(of: pass.name, by: leaf.name)
      if case .matrix = leaf.shape {
        document.add(table)
        table.rows = []
        document.add(presenter.document("  " + name, gradient, note: "  \(leaf.role.rawValue)"))
      } else {
        table.rows.append([
          StyledText(name, .name),
          StyledText("= ", .muted) + StyledText(presenter.row(gradient), .number),
          StyledText(leaf.role.rawValue, .muted),
        ])
      }
    }
    document.add(table)
    if !others.isEmpty {
      document.add(
        StyledText("\(pass.name) does not depend on \(others.listed(most: 3))", .muted), indent: 2)
    }
    return document
  }
}
