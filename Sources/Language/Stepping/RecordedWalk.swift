public import Autodiff
public import Reporting

/// A walk through a pass, written down stop by stop, for views that replay it and compute nothing.
///
/// The stops are those of `step` at a terminal, and so are their words.
public struct RecordedWalk: Sendable {
  /// A stop: a step of the forward pass, or one product of the backward pass.
  public struct Stop: Sendable {
    /// Which pass it belongs to.
    public var isBackward: Bool
    /// The step of that pass, from 1.
    public var step: Int
    /// How many steps that pass has.
    public var steps: Int
    /// What it says, line by line.
    public var lines: [Line]
    /// The node that is computed, or from which something flows back.
    public var node: NodeID
    /// The nodes folded into the step.
    public var folded: [NodeID]
    /// The operands whose values go in; or the one that something flows back to.
    public var operands: [NodeID]
    /// The connections in use, from an operand to the node that uses it.
    public var links: [Link]
    /// The values that are known from here on.
    public var values: [Known]
    /// The gradients as they are from here on; while contributions arrive, the sum so far.
    public var gradients: [Known]
  }

  /// A line of a stop.
  public struct Line: Sendable {
    /// What the lines of a stop say.
    public enum Kind: Sendable {
      /// Which node it is about, and what has arrived there.
      case head
      /// What is computed, by name.
      case formula
      /// The same with the numbers in, and the result.
      case numbers
      /// The sum so far.
      case sum
    }

    /// What it says.
    public var kind: Kind
    /// Its words.
    public var text: Document
  }

  /// One node's use of another.
  public struct Link: Sendable {
    /// The operand.
    public var operand: NodeID
    /// The node that uses it.
    public var user: NodeID
  }

  /// A number at a node.
  public struct Known: Sendable {
    /// The node.
    public var node: NodeID
    /// The number.
    public var number: Double
  }

  /// Which passes are written down.
  public enum Passes: Sendable {
    /// From the leaves to the result.
    case forward
    /// From the result back.
    case backward
    /// The one and then the other.
    case both
  }

  /// The pass.
  public let pass: Pass
  /// Which of its passes are written down.
  public let passes: Passes
  /// The stops, in their order.
  public private(set) var stops: [Stop] = []
  /// How many more steps there are than were written down.
  public private(set) var omittedSteps = 0
  /// What stands below the steps: the value, or the gradients.
  public let results: Document
  /// How numbers are written.
  public let numbers: NumberStyle

  private let folding: Folding

  /// Writes down at most about `limit` stops; a step is written down as a whole.
  public init(_ pass: Pass, _ passes: Passes, _ presenter: TextPresenter, limit: Int) {
    self.pass = pass
    self.passes = passes
    let forward = ForwardText(pass, presenter)
    let backward = BackwardText(pass, presenter)
    folding = backward.folding
    numbers = presenter.numbers
    results =
      passes == .forward
      ? presenter.document(
        pass.name, Numbers(shape: .scalar, elements: [pass.tape.value(of: pass.tape.output)]))
      : backward.gradients()
    if passes != .backward { add(forward, limit) }
    if passes != .forward { add(backward, limit) }
  }

  private mutating func add(_ forward: ForwardText, _ limit: Int) {
    let nodes = folding.forwardNodes
    for (position, node) in nodes.enumerated() {
      guard stops.count < limit else {
        omittedSteps += nodes.count - position
        return
      }
      var said = forward.step(position, node)
      let head = said.blocks.removeFirst()
      let folded = foldedNodes(of: node)
      let links = ([node] + folded).flatMap(links)
      stops.append(
        Stop(
          isBackward: false, step: position + 1, steps: nodes.count,
          lines: [
            Line(kind: .formula, text: Document([head])), Line(kind: .numbers, text: said),
          ],
          node: node, folded: folded,
          operands: links.map(\.operand).filter { folding.isStep($0, in: pass.graph) },
          links: links,
          values: (folded + [node]).map { Known(node: $0, number: pass.tape.value(of: $0)) },
          gradients: []))
    }
  }

  private mutating func add(_ backward: BackwardText, _ limit: Int) {
    let nodes = folding.backwardNodes
    for (position, node) in nodes.enumerated() {
      guard stops.count < limit else {
        omittedSteps += nodes.count - position
        return
      }
      let step = folding.backwardStep(of: node, pass.tape, in: pass.graph)
      let folded = foldedNodes(of: node)
      var stop = Stop(
        isBackward: true, step: position + 1, steps: nodes.count,
        lines: [Line(kind: .head, text: backward.head(position, step))], node: node, folded: folded,
        operands: [], links: [], values: [],
        gradients: ([node] + folded).map { Known(node: $0, number: pass.tape.gradient(at: $0)) })
      if step.contributions.isEmpty {
        let words = StyledText("nothing flows back from here", .muted)
        stop.lines.append(Line(kind: .formula, text: Document(words)))
        stops.append(stop)
      }
      for sent in step.contributions {
        stops.append(adding(sent, of: step, as: backward.product(sent, of: step), to: stop))
        // The gradient of the node is what it is from its first product on.
        stop.gradients = []
      }
    }
  }

  private func adding(
    _ sent: FoldedStep.Contribution, of step: FoldedStep, as product: BackwardText.Product,
    to stop: Stop
  ) -> Stop {
    var stop = stop
    stop.lines += [
      Line(kind: .formula, text: Document(product.formula)),
      Line(kind: .numbers, text: Document(product.numbers)),
    ]
    if let sum = product.sum { stop.lines.append(Line(kind: .sum, text: Document(sum))) }
    stop.folded = sent.way
    stop.operands = [sent.operand]
    let way = [step.node] + sent.way + [sent.operand]
    stop.links = zip(way, way.dropFirst()).map { Link(operand: $1, user: $0) }
    stop.gradients.append(Known(node: sent.operand, number: sent.after))
    return stop
  }

  /// The nodes that are told as part of a step.
  private func foldedNodes(of node: NodeID) -> [NodeID] {
    var folded: [NodeID] = []
    var waiting = [node]
    while let next = waiting.popLast() {
      for operand in pass.graph.operands(of: next)
      where !folding.isStep(operand, in: pass.graph) {
        folded.append(operand)
        waiting.append(operand)
      }
    }
    return folded
  }

  private func links(of node: NodeID) -> [Link] {
    pass.graph.operands(of: node).map { Link(operand: $0, user: node) }
  }
}

extension Document {
  fileprivate init(_ blocks: [Block]) {
    self.init()
    self.blocks = blocks
  }
}
