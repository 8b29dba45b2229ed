/// A tape told in the learner's own names: nodes without a name are folded into the named node
/// they were written for, so that `y = tanh(w*x + b)` is one step and not three.
///
/// A node stands for itself if it has a name, is the output, is used more than once, or would make
/// the expression it belongs to too long to read.
public struct Folding: Sendable {
  /// The steps of the forward pass: the nodes that stand for themselves.
  public let forwardNodes: [NodeID]
  /// The steps of the backward pass.
  public let backwardNodes: [NodeID]
  private let standsAlone: [Bool]

  /// The most operations that are folded into one another.
  private static let deepest = 6
  /// The most operands a folded expression shows.
  private static let widest = 12

  /// The folding of a tape; an unfolded tape lets every node stand for itself.
  public init(_ tape: Tape, in graph: Graph, isUnfolded: Bool = false) {
    var standsAlone = [Bool](repeating: isUnfolded, count: tape.output.offset + 1)
    if !isUnfolded { Folding.mark(&standsAlone, tape, graph) }
    self.standsAlone = standsAlone
    forwardNodes =
      isUnfolded ? tape.forwardNodes : tape.forwardNodes.filter { standsAlone[$0.offset] }
    backwardNodes =
      isUnfolded ? tape.backwardNodes : tape.backwardNodes.filter { standsAlone[$0.offset] }
  }

  private static func mark(_ standsAlone: inout [Bool], _ tape: Tape, _ graph: Graph) {
    var uses = [UInt8](repeating: 0, count: standsAlone.count)
    for node in tape.forwardNodes {
      for operand in graph.operands(of: node) where uses[operand.offset] < 2 {
        uses[operand.offset] += 1
      }
    }
    var depths = [UInt8](repeating: 0, count: standsAlone.count)
    var widths = [UInt8](repeating: 1, count: standsAlone.count)
    for node in tape.forwardNodes {
      let operands = graph.operands(of: node)
      var depth = 0
      var width = 0
      for operand in operands.prefix(widest) {
        depth = max(depth, Int(depths[operand.offset]))
        width += Int(widths[operand.offset])
      }
      let alone =
        graph.isNamed(node) || node == tape.output || uses[node.offset] > 1 || depth + 1 >= deepest
        || (width > widest && operands.count <= widest)
      standsAlone[node.offset] = alone
      depths[node.offset] = alone ? 0 : UInt8(clamping: depth + 1)
      widths[node.offset] = alone ? 1 : UInt8(clamping: min(width, widest))
    }
  }

  /// Whether a node is a step of its own, or a leaf or constant.
  public func isStep(_ node: NodeID, in graph: Graph) -> Bool {
    standsAlone[node.offset] || graph.operation(of: node) == nil
  }
}

/// One step of the backward pass, with everything between it and the next named nodes folded in.
public struct FoldedStep: Sendable {
  /// The node that passes its gradient on.
  public let node: NodeID
  /// What it was computed from, down to nodes that stand for themselves.
  public let definition: Formula
  /// Its value.
  public let value: Double
  /// What has arrived at it.
  public let upstream: Double
  /// What is sent to each node that stands for itself, in the order it is added.
  public let contributions: [Contribution]
  /// Whether some operation in it has no derivative here, so that one was chosen.
  public let isKink: Bool

  /// What one node gets: upstream times the local derivatives along the way.
  public struct Contribution: Sendable {
    /// The node that gets it.
    public let operand: NodeID
    /// The nodes on the way that are folded into the step, from the step's node down.
    public let way: [NodeID]
    /// The local derivatives along the way, from the step's node down.
    public let factors: [Formula]
    /// Upstream times all of them, multiplied from left to right.
    public let contribution: Double
    /// The operand's gradient before; nil if this is the first that arrives.
    public let before: Double?
    /// The operand's gradient after.
    public let after: Double
  }
}

extension Folding {
  /// What a node was computed from, down to nodes that stand for themselves.
  public func definition(of node: NodeID, _ tape: Tape, in graph: Graph) -> Formula {
    guard graph.operation(of: node) != nil else {
      return graph.formula(for: node, with: tape.values)
    }
    let operands = graph.operands(of: node).map { operand in
      isStep(operand, in: graph)
        ? graph.formula(for: operand, with: tape.values)
        : definition(of: operand, tape, in: graph)
    }
    return Formula(graph.operators[node.offset], operands, graph.settings(of: node))
  }

  /// Whether some operation folded into a node has no derivative at its operands.
  public func isKink(_ node: NodeID, _ tape: Tape, in graph: Graph) -> Bool {
    guard let operation = graph.operation(of: node) else { return false }
    let operands = Array(graph.operands(of: node))
    return tape.isKink(operation, node, operands, in: graph)
      || operands.contains { !isStep($0, in: graph) && isKink($0, tape, in: graph) }
  }

  /// A step of the backward pass.
  public func backwardStep(of node: NodeID, _ tape: Tape, in graph: Graph) -> FoldedStep {
    var contributions: [FoldedStep.Contribution] = []
    var waiting: [(node: NodeID, way: [NodeID], factors: [Formula])] = [(node, [], [])]
    while let place = waiting.indices.max(by: { waiting[$0].node < waiting[$1].node }) {
      let (current, way, factors) = waiting.remove(at: place)
      for sent in tape.contributions(of: current, in: graph) {
        if isStep(sent.operand, in: graph) {
          contributions.append(
            FoldedStep.Contribution(
              operand: sent.operand, way: way, factors: factors + [sent.formula],
              contribution: sent.contribution, before: sent.before, after: sent.after))
        } else {
          waiting.append((sent.operand, way + [sent.operand], factors + [sent.formula]))
        }
      }
    }
    return FoldedStep(
      node: node, definition: definition(of: node, tape, in: graph), value: tape.value(of: node),
      upstream: tape.gradient(at: node), contributions: contributions,
      isKink: isKink(node, tape, in: graph))
  }
}
