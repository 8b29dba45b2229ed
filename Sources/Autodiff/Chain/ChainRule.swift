/// The chain rule between an output and some nodes: the operations that lie between, and one
/// backward sweep over them at any point.
///
/// The sweep takes its local derivatives from a list, an entry for each edge; to see what a mistake
/// would give, the list is changed. `Tape` is what is shown step by step; this is for many points.
public struct ChainRule: Sendable {
  /// A way from a node to one of its operands, along which the gradient flows.
  public struct Edge: Sendable {
    /// The slot of the node.
    public let node: Int
    /// The operand's place among all operands of the node, from 0.
    public let place: Int
    /// The slot of the operand.
    public let operand: Int
  }

  /// The node that is differentiated.
  public let output: NodeID
  /// The nodes it is differentiated with respect to.
  public let targets: [NodeID]
  /// The nodes of the sweep, users before operands, the output first; a place here is a slot.
  public let nodes: [NodeID]
  /// The edges in the order of the sweep.
  public let edges: [Edge]
  /// The edges that leave each slot.
  public let leaving: [Range<Int>]
  private let slots: [NodeID: Int]

  /// The operations between an output and some nodes, which may be constants too.
  ///
  /// - Parameter passesDetached: whether `detach` counts as a way, though no gradient takes it.
  public init(
    from output: NodeID, to targets: [NodeID], in graph: Graph, passesDetached: Bool = false
  ) {
    func passes(_ operation: Operator) -> Bool {
      !operation.stopsGradient || passesDetached && operation.name == "detach"
    }
    let above = graph.ancestors(of: output)
    var between = [Bool](repeating: false, count: above.count)
    let wanted = Set(targets)
    for index in above.indices where above[index] {
      let node = NodeID(index)
      if wanted.contains(node) {
        between[index] = true
      } else if let operation = graph.operation(of: node), passes(operation) {
        between[index] = graph.operands(of: node).contains { between[$0.offset] }
      }
    }
    var nodes = [output]
    for index in between.indices.reversed() where between[index] && index != output.offset {
      nodes.append(NodeID(index))
    }
    var slots = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    for target in targets where slots[target] == nil {
      slots[target] = nodes.count
      nodes.append(target)
    }
    var edges: [Edge] = []
    var leaving: [Range<Int>] = []
    for (slot, node) in nodes.enumerated() {
      let first = edges.count
      if node.offset < between.count, between[node.offset],
        let operation = graph.operation(of: node), passes(operation)
      {
        for (place, operand) in graph.operands(of: node).enumerated() where between[operand.offset]
        {
          if let end = slots[operand] { edges.append(Edge(node: slot, place: place, operand: end)) }
        }
      }
      leaving.append(first..<edges.count)
    }
    self.output = output
    self.targets = targets
    self.nodes = nodes
    self.edges = edges
    self.leaving = leaving
    self.slots = slots
  }

  /// The slot of a node; nil if it does not lie between.
  public func slot(of node: NodeID) -> Int? { slots[node] }

  /// The local derivative along each edge, where all nodes have some values; 0 where nothing is
  /// sent.
  public func locals(at values: [Double], in graph: Graph) -> [Double] {
    var locals: [Double] = []
    locals.reserveCapacity(edges.count)
    for (slot, node) in nodes.enumerated() where !leaving[slot].isEmpty {
      let all = graph.locals(of: node, at: values)
      for edge in leaving[slot] { locals.append(all[edges[edge].place] ?? 0) }
    }
    return locals
  }

  /// What arrives at each slot if the sweep starts with some numbers at some slots; with 1 at the
  /// output, unless others are given.
  public func arrivals(_ locals: [Double], from starts: [Int: Double] = [0: 1]) -> [Double] {
    var arrived = [Double](repeating: 0, count: nodes.count)
    for (slot, number) in starts { arrived[slot] = number }
    for slot in nodes.indices where arrived[slot] != 0 {
      for edge in leaving[slot] {
        arrived[edges[edge].operand] += arrived[slot] * locals[edge]
      }
    }
    return arrived
  }

  /// The gradient at the targets by some local derivatives.
  public func gradient(_ locals: [Double], from starts: [Int: Double] = [0: 1]) -> [Double] {
    atTargets(arrivals(locals, from: starts))
  }

  /// What has arrived at the targets.
  public func atTargets(_ arrived: [Double]) -> [Double] {
    targets.map { target in slots[target].map { arrived[$0] } ?? 0 }
  }

  /// The edges that lead to each slot, in the order of the sweep.
  public var arriving: [[Int]] {
    var arriving = [[Int]](repeating: [], count: nodes.count)
    for (index, edge) in edges.enumerated() { arriving[edge.operand].append(index) }
    return arriving
  }
}
