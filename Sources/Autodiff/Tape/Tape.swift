/// One forward and backward pass for one output: every value, every adjoint, and every adjoint
/// between two contributions.
///
/// Steps are positions, so the tape is walked both ways at no cost; what a step says in words or
/// formulas is made when it is looked at.
public struct Tape: Sendable {
  /// The node the gradients are of.
  public let output: NodeID
  /// The operations the output depends on, operands before results: the steps of the forward pass.
  public let forwardNodes: [NodeID]
  /// The operations a gradient reached, the output first: the steps of the backward pass.
  public let backwardNodes: [NodeID]
  /// The value of each node when the tape was recorded, by place.
  public let values: [Double]
  /// What arrived at each node in all, by place; 0 where nothing did.
  let adjoints: [Double]
  /// The adjoint of an operand before each contribution, by the operand's place in
  /// `graph.operands`; `nothingYet` where the contribution is the first.
  let adjointsBefore: [Double]

  /// A nan that no arithmetic makes.
  static let nothingYet = Double(nan: 0x6_7261_6475_73, signaling: false)

  /// Records the passes for an output.
  ///
  /// Contributions are added in the order the backward pass meets them: the last use first, and
  /// the operands of one node from left to right. `poll` is asked now and then whether to go on.
  public init<Stop: Error>(
    of output: NodeID, in graph: Graph, poll: () throws(Stop) -> Void
  ) throws(Stop) {
    let needed = graph.ancestors(of: output)
    self.output = output
    values = graph.values
    var forward: [NodeID] = []
    var backward: [NodeID] = []
    var adjoints = [Double](repeating: 0, count: output.offset + 1)
    var reached = [Bool](repeating: false, count: output.offset + 1)
    var before = [Double](
      repeating: Tape.nothingYet, count: graph.operandRange(of: output.offset).upperBound)
    for index in needed.indices where needed[index] && graph.operators[index].isOperation {
      forward.append(NodeID(index))
    }
    adjoints[output.offset] = 1
    reached[output.offset] = true
    var arguments: [Double] = []
    for (count, node) in forward.reversed().enumerated() {
      if count % 4096 == 0 { try poll() }
      let index = node.offset
      guard reached[index], graph.variable[index] else { continue }
      backward.append(node)
      let operation = Operators[graph.operators[index]]
      let settings = graph.settings(of: node)
      let upstream = adjoints[index]
      let range = graph.operandRange(of: index)

      func send(_ local: Double?, to place: Int) {
        let operand = graph.operands[place].offset
        guard let local, graph.variable[operand], !(operation.routes && local == 0) else { return }
        let contribution = upstream * local
        if reached[operand] { before[place] = adjoints[operand] }
        adjoints[operand] = reached[operand] ? adjoints[operand] + contribution : contribution
        reached[operand] = true
      }

      let first = range.lowerBound
      switch operation.body {
      case .unary(let rule):
        let x = values[graph.operands[first].offset]
        send(rule.derivative(x, values[index], settings), to: first)
      case .binary(let rule):
        let a = values[graph.operands[first].offset]
        let b = values[graph.operands[first + 1].offset]
        if graph.variable[graph.operands[first].offset] {
          send(rule.derivativeA(a, b, values[index], settings), to: first)
        }
        if graph.variable[graph.operands[first + 1].offset] {
          send(rule.derivativeB(a, b, values[index], settings), to: first + 1)
        }
      case .variadic(let rule):
        arguments.removeAll(keepingCapacity: true)
        for operand in graph.operands[range] { arguments.append(values[operand.offset]) }
        let locals = rule.derivatives(arguments, values[index], settings)
        for (place, local) in zip(range, locals) { send(local, to: place) }
      }
    }
    forwardNodes = forward
    backwardNodes = backward
    self.adjoints = adjoints
    adjointsBefore = before
  }

  /// Records the passes for an output, without stopping on the way.
  public init(of output: NodeID, in graph: Graph) {
    self.init(of: output, in: graph, poll: {})
  }

  /// The gradient of the output at a node; 0 if the output does not depend on it.
  public func gradient(at node: NodeID) -> Double {
    node.offset < adjoints.count ? adjoints[node.offset] : 0
  }

  /// The leaves the output depends on, in the order they were made.
  public func leafNodes(in graph: Graph) -> [NodeID] { graph.leaves(below: output) }

  /// The value of a node when the tape was recorded.
  public func value(of node: NodeID) -> Double { values[node.offset] }
}
