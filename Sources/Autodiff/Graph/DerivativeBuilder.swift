public import Reporting

/// Builds the gradient of a node as further nodes of the same graph, which can be used in
/// expressions, explained, and differentiated again.
///
/// The rules and the order of additions are those of `Tape`, so the values are the same bits.
final class DerivativeBuilder {
  var graph: Graph
  private let range: SourceRange

  /// Whether nodes of vector operators that the graph has already are looked for and used again.
  private let reusesVectors: Bool

  init(extending graph: Graph, at range: SourceRange, reusesVectors: Bool = true) {
    self.graph = graph
    self.range = range
    self.reusesVectors = reusesVectors
  }

  func append(_ id: OperatorID, _ operands: [NodeID], _ settings: Settings) -> NodeID {
    graph.add(id, operands, settings, at: range)
  }

  /// The nodes for the elements of vector operators met so far.
  private var vectors = VectorNodes()

  /// The nodes of all elements of a vector operator; those already in the graph are used again,
  /// so that n elements that ask for each other make n nodes and not n².
  func elements(
    of id: OperatorID, _ operands: [NodeID], _ settings: (Int) -> Settings
  ) -> [NodeID] {
    if reusesVectors { vectors.collect(id, in: graph) }
    return operands.indices.map { index in
      vectors.node(id, operands, element: index + 1) {
        append(id, operands, settings(index + 1))
      }
    }
  }

  func node(for number: GraphNumber) -> NodeID {
    switch number.content {
    case .node(let node): node
    case .constant(let value): graph.constant(value)
    }
  }

  /// What has arrived at a node so far, and the condition under which anything has.
  private struct Adjoint {
    /// The sum of what has arrived; means nothing where the gate is 0.
    var number: GraphNumber
    /// 1 where every `where` on some way here took this branch, else 0; nil if none decides.
    var gate: GraphNumber?
  }

  /// The gradient of `output` with respect to each of `inputs`; `poll` is asked now and then
  /// whether the graph may grow on.
  func gradient<Stop: Error>(
    of output: NodeID, at inputs: [NodeID], poll: (Graph) throws(Stop) -> Void
  ) throws(Stop) -> [NodeID] {
    let onTheWay = nodesBetween(output, inputs)
    var adjoints: [NodeID: Adjoint] = [output: Adjoint(number: GraphNumber(1), gate: nil)]
    let wanted = Set(inputs)
    var sent = 0
    for index in stride(from: output.offset, through: 0, by: -1) where onTheWay[index] {
      let node = NodeID(index)
      guard let adjoint = adjoints[node] else { continue }
      if sent % 256 == 0 { try poll(graph) }
      sent += 1
      if !wanted.contains(node) { adjoints[node] = nil }
      send(adjoint, from: node, to: &adjoints, where: onTheWay)
    }
    return inputs.map { input in
      guard let adjoint = adjoints[input] else { return graph.constant(0) }
      return node(for: chosen(adjoint.gate, adjoint.number, GraphNumber(0)))
    }
  }

  private func send(
    _ adjoint: Adjoint, from node: NodeID, to adjoints: inout [NodeID: Adjoint],
    where onTheWay: [Bool]
  ) {
    guard let operation = graph.operation(of: node), !operation.stopsGradient else { return }
    let operands = Array(graph.operands(of: node))
    let locals = locals(of: operation, node, operands, where: onTheWay)
    for (operand, local) in zip(operands, locals) {
      guard let local, onTheWay[operand.offset] else { continue }
      var contribution = Adjoint(number: adjoint.number * local, gate: adjoint.gate)
      if operation.routes {
        if local.constant == 0 { continue }
        contribution.number = adjoint.number
        if local.constant == nil { contribution.gate = adjoint.gate.map { $0 * local } ?? local }
      }
      adjoints[operand] = adjoints[operand].map { sum($0, contribution) } ?? contribution
    }
  }

  /// A contribution added to what has arrived before, where either has arrived at all.
  ///
  /// Where nothing has, nothing is added, not even 0: that would turn -0 into 0.
  private func sum(_ before: Adjoint, _ contribution: Adjoint) -> Adjoint {
    let both = before.number + contribution.number
    if let first = before.gate, let second = contribution.gate {
      if first.isSame(as: second) { return Adjoint(number: both, gate: first) }
      let number = chosen(first, chosen(second, both, before.number), contribution.number)
      return Adjoint(number: number, gate: GraphNumber.call(Maximum.self, first, second))
    }
    if let gate = before.gate {
      return Adjoint(number: chosen(gate, both, contribution.number), gate: nil)
    }
    return Adjoint(number: chosen(contribution.gate, both, before.number), gate: nil)
  }

  /// One number where a gate is open, another where it is shut; the first if there is no gate.
  private func chosen(_ gate: GraphNumber?, _ open: GraphNumber, _ shut: GraphNumber)
    -> GraphNumber
  {
    guard let gate else { return open }
    return GraphNumber.call(Where.self, [gate, open, shut])
  }

  /// The local derivative for each operand on the way; nil for the others.
  private func locals(
    of operation: Operator, _ node: NodeID, _ operands: [NodeID], where onTheWay: [Bool]
  ) -> [GraphNumber?] {
    let numbers = operands.map { GraphNumber($0, in: self) }
    let y = GraphNumber(node, in: self)
    let settings = graph.settings(of: node)
    switch operation.body {
    case .unary(let rule): return [rule.derivativeGraph(numbers[0], y, settings)]
    case .binary(let rule):
      let (a, b) = (numbers[0], numbers[1])
      return [
        onTheWay[operands[0].offset] ? rule.derivativeGraphA(a, b, y, settings) : nil,
        onTheWay[operands[1].offset] ? rule.derivativeGraphB(a, b, y, settings) : nil,
      ]
    case .variadic(let rule): return rule.derivativeGraphs(numbers, y, settings)
    }
  }

  /// The nodes through which the output depends on some input, by place.
  private func nodesBetween(_ output: NodeID, _ inputs: [NodeID]) -> [Bool] {
    let above = graph.ancestors(of: output)
    var between = [Bool](repeating: false, count: above.count)
    let starts = Set(inputs)
    for index in above.indices where above[index] {
      let node = NodeID(index)
      guard !starts.contains(node) else {
        between[index] = true
        continue
      }
      guard let operation = graph.operation(of: node), !operation.stopsGradient else { continue }
      between[index] = graph.operands(of: node).contains { between[$0.offset] }
    }
    return between
  }
}

extension GraphNumber {
  /// Whether both are the same node or the same constant.
  fileprivate func isSame(as other: GraphNumber) -> Bool {
    switch (content, other.content) {
    case (.node(let first), .node(let second)): first == second
    case (.constant(let first), .constant(let second)): first.bitPattern == second.bitPattern
    default: false
    }
  }
}

extension Graph {
  /// Adds the nodes of a rule written over numbers, such as a loss; returns those of its results.
  ///
  /// What the rule computes from constants alone becomes a constant; but those of `kept` that have
  /// a name, of which somebody may want a gradient, stay nodes.
  public mutating func add(
    _ operands: [NodeID], keeping kept: Set<NodeID> = [], at range: SourceRange,
    rule: ([GraphNumber]) -> [GraphNumber]
  ) -> [NodeID] {
    let builder = DerivativeBuilder(extending: self, at: range, reusesVectors: false)
    self = Graph()
    defer { swap(&self, &builder.graph) }
    let numbers = operands.map { node in
      kept.contains(node) && builder.graph.isNamed(node)
        ? GraphNumber(keeping: node, in: builder) : GraphNumber(node, in: builder)
    }
    return rule(numbers).map(builder.node)
  }

  /// Adds the gradient of a node with respect to others, and returns it node by node.
  ///
  /// `poll` is asked now and then whether the graph may grow on; if it stops the work, the nodes
  /// added so far stay, and the caller cuts them off.
  public mutating func addGradient<Stop: Error>(
    of output: NodeID, at inputs: [NodeID], from range: SourceRange,
    poll: (Graph) throws(Stop) -> Void
  ) throws(Stop) -> [NodeID] {
    // The graph is moved, not copied: a loop may take a gradient in every round.
    let builder = DerivativeBuilder(extending: self, at: range)
    self = Graph()
    defer { swap(&self, &builder.graph) }
    return try builder.gradient(of: output, at: inputs, poll: poll)
  }

  /// Adds the gradient of a node with respect to others, however large it is.
  public mutating func addGradient(of output: NodeID, at inputs: [NodeID], from range: SourceRange)
    -> [NodeID]
  {
    addGradient(of: output, at: inputs, from: range, poll: { _ in })
  }
}
