import Autodiff
import Reporting

/// The forward pass in words: a step a node, with its formula and the numbers in.
struct ForwardText {
  private let pass: Pass
  private let presenter: TextPresenter
  let folding: Folding

  init(_ pass: Pass, _ presenter: TextPresenter) {
    self.pass = pass
    self.presenter = presenter
    folding = Folding(pass.tape, in: pass.graph, isUnfolded: pass.isUnfolded)
  }

  func write(_ write: (Document) -> Void) {
    let nodes = folding.forwardNodes
    let shown = pass.shown.positions(of: nodes.count)
    if pass.shown != .none {
      write(
        Document(
          StyledText("forward ", .heading) + StyledText(pass.name, .name)
            + StyledText("  from the leaves to the result", .muted)))
      if shown.lowerBound > 0 { write(Document.left(out: shown.lowerBound)) }
    }
    for part in presenter.parts(of: shown) {
      switch part {
      case .shown(let positions):
        for position in positions where !presenter.isStopped() {
          write(step(position, nodes[position]))
        }
      case .leftOut(let count): write(Document.left(out: count))
      }
    }
    write(
      presenter.document(
        pass.name, Numbers(shape: .scalar, elements: [pass.tape.value(of: pass.tape.output)])))
  }

  /// One step: what is computed, with names and with numbers; the result may be kept back.
  func step(_ position: Int, _ node: NodeID, hidesResult: Bool = false) -> Document {
    let formula = folding.definition(of: node, pass.tape, in: pass.graph)
    let title = presenter.title(of: node, in: pass.graph)
    let symbolic = formula.text(presenter.names)
    let numeric = formula.text(presenter.substituted)
    let value = presenter.number(pass.tape.value(of: node))
    var document = Document()
    var head = StyledText("\(position + 1)  ", .muted)
    if pass.graph.isNamed(node) { head += StyledText(title, .name) + " = " }
    head += StyledText(symbolic, .formula) + "  " + presenter.place(of: node, in: pass.graph)
    document.add(head)
    var line = StyledText("= ", .muted)
    if numeric != value { line += StyledText(numeric, .formula) + StyledText(" = ", .muted) }
    line += hidesResult ? StyledText("?", .heading) : StyledText(value, .number)
    if folding.isKink(node, pass.tape, in: pass.graph) {
      line += StyledText("  at a kink", .warning)
    }
    document.add(line, indent: 5)
    return document
  }
}

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

  /// The most contributions of one step that are written out.
  private static let mostContributions = 12

  func write(_ write: (Document) -> Void) {
    let nodes = folding.backwardNodes
    let shown = pass.shown.positions(of: nodes.count)
    if pass.shown != .none {
      write(
        Document(
          StyledText("backward ", .heading) + StyledText(pass.name, .name)
            + StyledText("  from the result back to the leaves", .muted)))
      if shown.lowerBound > 0 { write(Document.left(out: shown.lowerBound)) }
    }
    for part in presenter.parts(of: shown) {
      switch part {
      case .shown(let positions):
        for position in positions where !presenter.isStopped() {
          write(step(position, nodes[position]))
        }
      case .leftOut(let count): write(Document.left(out: count))
      }
    }
    write(gradients())
  }

  /// What arrives at a node.
  func head(_ position: Int, _ step: FoldedStep) -> Document {
    let title = presenter.title(of: step.node, in: pass.graph)
    var document = Document()
    var head = StyledText("\(position + 1)  ", .muted)
    if pass.graph.isNamed(step.node) { head += StyledText(title, .name) + " = " }
    head += StyledText(step.definition.text(presenter.names), .formula) + "  "
    head += presenter.place(of: step.node, in: pass.graph)
    if step.isKink { head += StyledText("  at a kink", .warning) }
    document.add(head)
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
    for sent in step.contributions.prefix(Self.mostContributions) {
      document.add(contribution(sent, of: step))
    }
    if step.contributions.count > Self.mostContributions {
      let rest = step.contributions.count - Self.mostContributions
      document.add(StyledText("… and \(rest) more operands in the same way", .muted), indent: 5)
    }
    if step.contributions.isEmpty {
      document.add(StyledText("nothing flows back from here", .muted), indent: 5)
    }
    return document
  }

  /// One product of the chain rule: by name, with the numbers in, and the running sum; the result
  /// may be kept back.
  func contribution(
    _ sent: FoldedStep.Contribution, of step: FoldedStep, hidesResult: Bool = false
  ) -> Document {
    let title = presenter.title(of: step.node, in: pass.graph)
    let arrived = presenter.derivative(of: pass.name, by: title)
    let operand = presenter.title(of: sent.operand, in: pass.graph)
    let target = presenter.derivative(of: pass.name, by: operand)
    let isPart = sent.before != nil || sent.after != pass.tape.gradient(at: sent.operand)
    let factors = sent.factors.filter { !$0.isOne }
    let symbolic = ([arrived] + factors.map { presenter.factor($0, presenter.names) })
      .joined(separator: presenter.times)
    let numeric =
      ([presenter.factor(step.upstream)]
      + factors.map { presenter.factor($0, presenter.substituted) })
      .joined(separator: presenter.times)
    let sign = isPart ? " += " : " = "
    let margin = String(repeating: " ", count: max(0, target.count + sign.count - 2))
    var document = Document()
    document.add(
      StyledText(target, .name) + StyledText(sign) + StyledText(symbolic, .formula), indent: 5)
    var line = StyledText(margin + "= ", .muted)
    if !factors.isEmpty { line += StyledText(numeric, .formula) + StyledText(" = ", .muted) }
    line +=
      hidesResult
      ? StyledText("?", .heading) : StyledText(presenter.number(sent.contribution), .number)
    document.add(line, indent: 5)
    if !hidesResult, let before = sent.before {
      document.add(
        StyledText(margin + "  so far ", .muted)
          + StyledText(
            "\(presenter.number(before)) + \(presenter.factor(sent.contribution)) = ", .formula)
          + StyledText(presenter.number(sent.after), .number), indent: 5)
    }
    return document
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
    for leaf in pass.leaves {
      let gradient = pass.gradient(at: leaf)
      let name = presenter.derivative(of: pass.name, by: leaf.name)
      if case .matrix = leaf.shape {
        document.add(table)
        table.rows = []
        document.add(presenter.document("  " + name, gradient, note: "  \(leaf.role.rawValue)"))
      } else {
        let numbers = presenter.document("", gradient).plainNumbers
        table.rows.append([
          StyledText(name, .name), StyledText("= ", .muted) + StyledText(numbers, .number),
          StyledText(leaf.role.rawValue, .muted),
        ])
      }
    }
    document.add(table)
    return document
  }
}

extension TextPresenter {
  /// Steps that are shown, or a number of steps that are not.
  enum Part {
    case shown(Range<Int>)
    case leftOut(Int)
  }

  /// The steps of a pass, with the middle of a long one left out at a prompt.
  func parts(of positions: Range<Int>) -> [Part] {
    guard let mostSteps, positions.count > mostSteps else { return [.shown(positions)] }
    let first = positions.prefix(mostSteps / 2)
    let last = positions.suffix(mostSteps - mostSteps / 2)
    return [.shown(first), .leftOut(positions.count - mostSteps), .shown(last)]
  }
}

extension Pass.ShownSteps {
  /// The places of the shown steps, of so many.
  func positions(of count: Int) -> Range<Int> {
    switch self {
    case .all: 0..<count
    case .none: 0..<0
    case .last(let shown): max(0, count - shown)..<count
    }
  }
}

extension Document {
  /// A line that says how many steps are not shown.
  fileprivate static func left(out count: Int) -> Document {
    var document = Document()
    document.add(StyledText("… \(count) steps are not shown here", .muted), indent: 5)
    return document
  }

  /// The numbers of a document of one line that says `name = numbers`.
  fileprivate var plainNumbers: String {
    guard case .line(let line, _)? = blocks.first else { return "" }
    return line.spans.first { $0.style == .number }?.text ?? ""
  }
}
