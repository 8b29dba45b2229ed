public import Autodiff

extension GraphPicture {
  /// A step of a walk, for a picture with a box for each step and not for each operation.
  public struct Step {
    /// Its node.
    public var node: NodeID
    /// What it is computed from, in words.
    public var definition: String
    /// What it uses, and what flows back there.
    public var uses: [(operand: NodeID, sent: [Sent])]
    /// Whether a gradient flows through it.
    public var isReached: Bool
    /// How many operands more it has.
    public var hiddenOperands: Int

    /// A step from its parts.
    public init(
      node: NodeID, definition: String, uses: [(operand: NodeID, sent: [Sent])], isReached: Bool,
      hiddenOperands: Int
    ) {
      self.node = node
      self.definition = definition
      self.uses = uses
      self.isReached = isReached
      self.hiddenOperands = hiddenOperands
    }
  }

  /// In a picture with more boxes, a leaf stands beside each of its users, as lines across the
  /// whole of it could not be followed.
  private static let mostBoxesWithForks = 30
  /// The widest header of a box, in signs, unless its name alone is wider.
  private static let widestHeader = 28
  /// The least of a definition that says anything.
  private static let leastDefinition = 8

  /// A picture of steps, operands before results; the last is the output.
  public init(steps: [Step], tape: Tape, graph: Graph, title: String, showsGradients: Bool) {
    let inside = Set(steps.map(\.node))
    let outside = Set(steps.flatMap(\.uses).map(\.operand)).subtracting(inside)
    let repeats = inside.count + outside.count > GraphPicture.mostBoxesWithForks
    var maker = StepBoxes(tape: tape, graph: graph, showsGradients: showsGradients)
    for step in steps {
      for use in step.uses where !use.sent.isEmpty { maker.reached.insert(use.operand) }
    }
    for step in steps {
      let sources = step.uses.map { maker.place(of: $0.operand, isRepeated: repeats) }
      maker.add(step)
      for (use, source) in zip(step.uses, sources) {
        maker.arrows.append(Arrow(from: source, to: maker.boxes.count - 1, sent: use.sent))
      }
    }
    self.title = title
    self.showsGradients = showsGradients
    boxes = maker.boxes
    arrows = maker.arrows
    omission = nil
    repeatsLeaves = repeats && outside.count < maker.boxes.count - inside.count
  }

  /// Makes the boxes of steps and of what they use.
  private struct StepBoxes {
    let tape: Tape
    let graph: Graph
    let showsGradients: Bool
    var boxes: [Box] = []
    var arrows: [Arrow] = []
    var reached: Set<NodeID> = []
    private var places: [NodeID: Int] = [:]

    init(tape: Tape, graph: Graph, showsGradients: Bool) {
      self.tape = tape
      self.graph = graph
      self.showsGradients = showsGradients
    }

    /// The box of an operand; one is made if it has none, or if each use gets its own.
    mutating func place(of operand: NodeID, isRepeated: Bool) -> Int {
      if let place = places[operand] { return place }
      let isComputed = graph.operation(of: operand) != nil
      let kind: Box.Kind =
        graph.isLeaf(operand) ? .leaf : graph.isConstant(operand) ? .constant : .computed
      boxes.append(
        box(operand, kind, nil, hiding: isComputed ? graph.operands(of: operand).count : 0))
      if isComputed || !isRepeated { places[operand] = boxes.count - 1 }
      return boxes.count - 1
    }

    mutating func add(_ step: Step) {
      var box = box(step.node, .computed, nil, hiding: step.hiddenOperands)
      box.definition = step.definition
      let title = graph.title(of: step.node, typeset: true)
      if title != step.definition { box.operation = shortened(step.definition, for: title) }
      box.title = title
      if step.isReached { reached.insert(step.node) }
      box.gradient = gradient(at: step.node)
      places[step.node] = boxes.count
      boxes.append(box)
    }

    private func box(
      _ node: NodeID, _ kind: Box.Kind, _ operation: String?, hiding hidden: Int
    ) -> Box {
      Box(
        title: graph.title(of: node, typeset: true), operation: operation, definition: nil,
        kind: kind, isOutput: node == tape.output, value: tape.value(of: node),
        gradient: gradient(at: node), hiddenOperandCount: hidden, node: node,
        showsGradient: showsGradients)
    }

    private func gradient(at node: NodeID) -> Double? {
      guard showsGradients else { return nil }
      let gradient = tape.gradient(at: node)
      return node == tape.output || reached.contains(node) || !(gradient == 0) ? gradient : nil
    }

    private func shortened(_ definition: String, for title: String) -> String {
      let room = max(GraphPicture.widestHeader - title.count - 3, GraphPicture.leastDefinition)
      guard definition.count > room else { return definition }
      return definition.prefix(room - 1) + "…"
    }
  }
}
