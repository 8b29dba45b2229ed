public import Autodiff

extension GraphPicture {
  /// A picture of what a tape's output depends on, nearest first, up to a number of boxes.
  ///
  /// Only what is drawn is looked at, so a graph of a million nodes takes no longer than its part.
  public init(tape: Tape, graph: Graph, title: String, boxLimit: Int = GraphPicture.boxLimit) {
    let selection = Selection(nearestTo: tape.output, in: graph, boxLimit: max(boxLimit, 1))
    let collector = Collector(tape: tape, graph: graph, selection: selection)
    self.title = title
    arrows = collector.arrows
    boxes = collector.boxes
    let drawn = selection.nodes.count { graph.operation(of: $0) != nil }
    let hiddenOperands = boxes.reduce(0) { $0 + $1.hiddenOperandCount }
    let hidden = tape.forwardNodes.count - drawn
    omission =
      hidden + hiddenOperands > 0
      ? Omission(
        operations: tape.forwardNodes.count, hiddenOperations: hidden,
        hiddenOperands: hiddenOperands)
      : nil
  }

  /// Makes the boxes and arrows of the selected nodes.
  private struct Collector {
    /// The most operands of one operation whose local derivatives are worth computing.
    static let widestOperation = 10_000

    let tape: Tape
    let graph: Graph
    var boxes: [Box] = []
    var arrows: [Arrow] = []
    private var places: [NodeID: Int] = [:]

    init(tape: Tape, graph: Graph, selection: Selection) {
      self.tape = tape
      self.graph = graph
      for node in selection.nodes.sorted() {
        let contributions = contributions(of: node)
        let operands = selection.operands[node] ?? []
        let sources = operands.map { operand in
          if !graph.isUnnamedConstant(operand), let place = places[operand] { return place }
          boxes.append(box(for: operand, hiding: 0))
          return boxes.count - 1
        }
        places[node] = boxes.count
        boxes.append(box(for: node, hiding: selection.hiddenOperandCounts[node] ?? 0))
        for (operand, source) in zip(operands, sources) {
          arrows.append(
            Arrow(from: source, to: boxes.count - 1, sent: contributions[operand] ?? []))
        }
      }
      for arrow in arrows where !arrow.sent.isEmpty && boxes[arrow.from].gradient == nil {
        boxes[arrow.from].gradient = 0
      }
    }

    private func box(for node: NodeID, hiding hidden: Int) -> Box {
      let kind: Box.Kind =
        graph.isLeaf(node) ? .leaf : graph.isConstant(node) ? .constant : .computed
      let gradient = tape.gradient(at: node)
      // A leaf at which the contributions cancel is told apart by its arrows, later.
      let isReached =
        node == tape.output || !(gradient == 0) || (kind == .computed && position(of: node) != nil)
      let needsOperation = graph.isNamed(node) || !graph.isRecognizable(node)
      return Box(
        title: graph.title(of: node),
        operation: needsOperation ? graph.operationLabel(of: node) : nil,
        definition: graph.application(of: node)?.text(FormulaStyle(.names, typeset: false)),
        kind: kind, isOutput: node == tape.output, value: tape.value(of: node),
        gradient: isReached ? gradient : nil, hiddenOperandCount: hidden,
        node: node)
    }

    private func contributions(of node: NodeID) -> [NodeID: [Sent]] {
      guard graph.operands(of: node).count <= Collector.widestOperation,
        let position = position(of: node), let step = tape.backwardStep(position, in: graph)
      else { return [:] }
      return Dictionary(grouping: step.contributions, by: \.operand).mapValues {
        $0.map { Sent(local: $0.local, contribution: $0.contribution) }
      }
    }

    /// Where the backward pass meets a node; its nodes stand in falling order.
    private func position(of node: NodeID) -> Int? {
      var low = 0
      var high = tape.backwardNodes.count
      while low < high {
        let middle = (low + high) / 2
        if tape.backwardNodes[middle] > node { low = middle + 1 } else { high = middle }
      }
      return low < tape.backwardNodes.count && tape.backwardNodes[low] == node ? low : nil
    }
  }
}
