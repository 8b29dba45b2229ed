import Autodiff
import Reporting

/// What both passes have in common when they are told in words.
extension TextPresenter {
  /// Hands over the title of a pass and those of its steps that are shown.
  func write(
    _ pass: Pass, _ phase: String, _ direction: String, of nodes: [NodeID],
    step: (Int, NodeID) -> Document, _ write: (Document) -> Void
  ) {
    let shown = pass.shown.positions(of: nodes.count)
    guard pass.shown != .none else { return }
    write(
      Document(
        StyledText("\(phase) ", .heading) + StyledText(pass.name, .name)
          + StyledText("  \(direction)", .muted)))
    if shown.lowerBound > 0 { write(leftOut(shown.lowerBound)) }
    for part in parts(of: shown) {
      switch part {
      case .shown(let positions):
        for position in positions where !isStopped() { write(step(position, nodes[position])) }
      case .leftOut(let count): write(leftOut(count))
      }
    }
  }

  /// The first line of a step: its number, the node with its definition, and its place.
  func head(_ position: Int, _ node: NodeID, is definition: Formula, in graph: Graph) -> StyledText
  {
    var head = StyledText("\(position + 1)  ", .muted)
    if graph.isNamed(node) || !graph.isRecognizable(node) {
      head += StyledText(title(of: node, in: graph), .name) + " = "
    }
    return head + StyledText(definition.text(names), .formula) + "  " + place(of: node, in: graph)
  }

  /// A line that says how many steps are not shown.
  private func leftOut(_ count: Int) -> Document {
    var document = Document()
    document.add(
      StyledText(
        count == 1 ? "… 1 step is not shown here" : "… \(count) steps are not shown here", .muted),
      indent: 5)
    return document
  }

  /// Steps that are shown, or a number of steps that are not.
  private enum Part {
    case shown(Range<Int>)
    case leftOut(Int)
  }

  /// The steps of a pass, with the middle of a long one left out at a prompt.
  private func parts(of positions: Range<Int>) -> [Part] {
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
