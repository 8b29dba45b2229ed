public import Autodiff
public import Reporting

/// A walk through a pass, written down stop by stop, for views that replay it and compute nothing.
///
/// The stops are those of `step` at a terminal, and so are their words; one more stands where the
/// backward pass begins.
public struct RecordedWalk: Sendable {
  /// A stop: a step of the forward pass, or one product of the backward pass.
  public struct Stop: Sendable {
    /// Which pass it belongs to.
    public var isBackward: Bool
    /// The step of that pass, from 1.
    public var step: Int
    /// How many steps that pass has.
    public var steps: Int
    /// The product within the step, from 1; 0 where there is none.
    public var part = 0
    /// How many products the step has.
    public var parts = 0
    /// What it says, line by line.
    public var lines: [Line]
    /// The node that is computed, or from which something flows back.
    public var node: NodeID
    /// The operands whose values go in; or the one that something flows back to.
    public var operands: [NodeID]
    /// What arrives, and how much of all that arrives there.
    public var arrival: Arrival?
    /// The values that are known from here on.
    public var values: [Known]
    /// The gradients as they are from here on; while contributions arrive, the sum so far.
    public var gradients: [Known]
  }

  /// One contribution among those to the same node.
  public struct Arrival: Sendable {
    /// The gradient it is added to, such as `dL/dw`.
    public var target: String
    /// Which contribution it is, from 1.
    public var index: Int
    /// How many there are; nil if some are not written down.
    public var count: Int?
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
      /// How much more there is of the same kind.
      case rest
    }

    /// What it says.
    public var kind: Kind
    /// Its words.
    public var text: Document
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
  /// The nodes that are steps, in the order they are computed, with what a picture of them shows.
  public private(set) var steps: [Step] = []
  /// How many steps come before the first that is written down.
  public private(set) var earlierSteps = 0
  /// What stands below the steps: the value, or the gradients.
  public let results: Document
  /// How numbers are written.
  public let numbers: NumberStyle

  /// The most products of one step that are written down.
  private static let mostProducts = 40

  private let folding: Folding

  /// Writes down about `limit` stops at most, those of the steps nearest to the result: they come
  /// last on the way forward and first on the way back, so no step of the one lacks its other.
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
    let nodes = folding.forwardNodes
    let reached = Set(passes == .forward ? [] : folding.backwardNodes)
    var first = nodes.count
    var count = 1
    while first > 0 {
      let node = nodes[first - 1]
      let sent =
        reached.contains(node)
        ? folding.backwardStep(of: node, pass.tape, in: pass.graph).contributions : []
      count += max(1, min(sent.count, Self.mostProducts)) + (passes == .both ? 1 : 0)
      guard count <= limit || first == nodes.count else { break }
      first -= 1
      steps.append(step(of: node, sent))
    }
    steps.reverse()
    earlierSteps = first
    if passes != .backward { add(forward, from: first) }
    if passes != .forward {
      add(backward)
      self.count(presenter)
    }
  }

  private func step(of node: NodeID, _ sent: [FoldedStep.Contribution]) -> Step {
    let operands = operands(of: node)
    var step = Step(
      node: node, definition: folding.definition(of: node, pass.tape, in: pass.graph), uses: [],
      isReached: !sent.isEmpty, hiddenOperands: 0)
    var places: [NodeID: Int] = [:]
    func place(of operand: NodeID) -> Int {
      if let place = places[operand] { return place }
      places[operand] = step.uses.count
      step.uses.append(Step.Use(operand: operand, sent: []))
      return step.uses.count - 1
    }
    for sent in sent.prefix(Self.mostProducts) {
      let local = sent.factors.dropFirst().reduce(sent.factors.first?.number ?? 1) {
        $0 * ($1.number ?? 1)
      }
      let use = place(of: sent.operand)
      step.uses[use].sent.append((local, sent.contribution))
    }
    for operand in operands {
      if step.uses.count < Self.mostProducts {
        _ = place(of: operand)
      } else if places[operand] == nil {
        step.hiddenOperands += 1
      }
    }
    // What is used stands in the order in which it was written.
    let order = Dictionary(uniqueKeysWithValues: operands.enumerated().map { ($1, $0) })
    step.uses.sort { order[$0.operand, default: 0] < order[$1.operand, default: 0] }
    return step
  }

  private mutating func add(_ forward: ForwardText, from first: Int) {
    let nodes = folding.forwardNodes
    for (position, step) in zip(nodes.indices.dropFirst(first), steps) {
      var said = forward.step(position, step.node)
      let head = said.blocks.removeFirst()
      stops.append(
        Stop(
          isBackward: false, step: position + 1, steps: nodes.count,
          lines: [
            Line(kind: .formula, text: Document([head])), Line(kind: .numbers, text: said),
          ],
          node: step.node, operands: step.uses.map(\.operand),
          values: [Known(node: step.node, number: pass.tape.value(of: step.node))],
          gradients: []))
    }
  }

  private mutating func add(_ backward: BackwardText) {
    let nodes = folding.backwardNodes
    let kept = Set(steps.map(\.node))
    for (position, node) in nodes.enumerated() where kept.contains(node) {
      let step = folding.backwardStep(of: node, pass.tape, in: pass.graph)
      var stop = Stop(
        isBackward: true, step: position + 1, steps: nodes.count,
        lines: [Line(kind: .head, text: backward.head(position, step))], node: node, operands: [],
        values: [], gradients: [Known(node: node, number: pass.tape.gradient(at: node))])
      if position == 0 { stops.append(stop) }
      if step.contributions.isEmpty {
        let words = StyledText("nothing flows back from here", .muted)
        stop.lines.append(Line(kind: .formula, text: Document(words)))
        stops.append(stop)
      }
      let shown = step.contributions.prefix(Self.mostProducts)
      for (part, sent) in shown.enumerated() {
        stop.part = part + 1
        stop.parts = step.contributions.count
        stops.append(adding(sent, as: backward.product(sent, of: step), to: stop))
        // The gradient of the node is what it is from its first product on.
        stop.gradients = []
      }
      if step.contributions.count > shown.count {
        let rest = backward.rest(step.contributions.count - shown.count)
        stops[stops.count - 1].lines.append(Line(kind: .rest, text: Document(rest)))
      }
    }
  }

  private func adding(
    _ sent: FoldedStep.Contribution, as product: BackwardText.Product, to stop: Stop
  ) -> Stop {
    var stop = stop
    stop.lines += [
      Line(kind: .formula, text: Document(product.formula)),
      Line(kind: .numbers, text: Document(product.numbers)),
    ]
    if let sum = product.sum { stop.lines.append(Line(kind: .sum, text: Document(sum))) }
    stop.operands = [sent.operand]
    stop.gradients.append(Known(node: sent.operand, number: sent.after))
    return stop
  }

  /// Says of each contribution which it is among those to the same node.
  private mutating func count(_ presenter: TextPresenter) {
    var counts: [NodeID: Int] = [:]
    let kept = Set(steps.map(\.node))
    let isWhole = stops.allSatisfy { $0.parts <= Self.mostProducts }
    for place in stops.indices where stops[place].part > 0 {
      let operand = stops[place].operands[0]
      counts[operand, default: 0] += 1
      let title = presenter.title(of: operand, in: pass.graph)
      stops[place].arrival = Arrival(
        target: presenter.derivative(of: pass.name, by: title), index: counts[operand, default: 0])
    }
    for place in stops.indices where stops[place].part > 0 && isWhole {
      let operand = stops[place].operands[0]
      if earlierSteps == 0 || kept.contains(operand) {
        stops[place].arrival?.count = counts[operand]
      }
    }
  }

  /// What a step is computed from, down to other steps, each once; no numbers without a name.
  private func operands(of node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var seen: Set<NodeID> = []
    var waiting = Array(pass.graph.operands(of: node).reversed())
    while let next = waiting.popLast() {
      if !folding.isStep(next, in: pass.graph) {
        waiting += pass.graph.operands(of: next).reversed()
      } else if pass.graph.isNamed(next) || pass.graph.isLeaf(next)
        || pass.graph.operation(of: next) != nil
      {
        if seen.insert(next).inserted { found.append(next) }
      }
    }
    return found
  }
}

extension Document {
  fileprivate init(_ blocks: [Block]) {
    self.init()
    self.blocks = blocks
  }
}
