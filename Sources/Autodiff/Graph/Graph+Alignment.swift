/// The nodes of two parts of a graph side by side.
extension Graph {
  /// Nodes with names that two outputs depend on, in pairs: a node that both depend on with itself,
  /// others with those of the same name, the first with the first, and what is left with what is
  /// made from the same; in the order of the first output.
  public func aligned(_ left: NodeID, _ right: NodeID) -> [(left: NodeID?, right: NodeID?)] {
    let (first, second) = (namedNodes(below: left), namedNodes(below: right))
    let shared = Set(first).intersection(second)
    var waiting: [String: [NodeID]] = [:]
    for node in second.reversed() where !shared.contains(node) {
      waiting[alignmentName(of: node), default: []].append(node)
    }
    var partners: [NodeID: NodeID] = [left: right]
    for node in first where node != left {
      let partner = shared.contains(node) ? node : waiting[alignmentName(of: node)]?.popLast()
      if let partner, partner != right { partners[node] = partner }
    }
    pair(first.filter { partners[$0] == nil }, second, &partners)
    var pairs: [(left: NodeID?, right: NodeID?)] = []
    for node in first where node != left { pairs.append((node, partners[node])) }
    let paired = Set(partners.values)
    for node in second where !paired.contains(node) && node != right { pairs.append((nil, node)) }
    pairs.append((left, right))
    return pairs
  }

  /// Pairs nodes that have no partner by the named nodes they are made from.
  private func pair(_ lonely: [NodeID], _ second: [NodeID], _ partners: inout [NodeID: NodeID]) {
    var left: [[NodeID]: [NodeID]] = [:]
    let taken = Set(partners.values)
    for node in second.reversed() where !taken.contains(node) {
      left[namedOperands(of: node), default: []].append(node)
    }
    for node in lonely where isNamed(node) {
      let made = namedOperands(of: node).compactMap { partners[$0] }.sorted()
      guard !made.isEmpty, made.count == namedOperands(of: node).count else { continue }
      if let partner = left[made]?.popLast() { partners[node] = partner }
    }
  }

  /// The nearest nodes with names, and leaves, that a node is made from.
  private func namedOperands(of node: NodeID) -> [NodeID] {
    var found: Set<NodeID> = []
    var known: Set<NodeID> = []
    var waiting = Array(operands(of: node))
    while let next = waiting.popLast() {
      guard variable[next.offset], known.insert(next).inserted else { continue }
      if isNamed(next) || isLeaf(next) { found.insert(next) } else { waiting += operands(of: next) }
    }
    return found.sorted()
  }

  private func namedNodes(below output: NodeID) -> [NodeID] {
    let needed = ancestors(of: output)
    return needed.indices.lazy.filter { needed[$0] && self.variable[$0] }.map(NodeID.init)
      .filter { isNamed($0) || $0 == output }
  }

  /// The name without its round, with the element.
  private func alignmentName(of node: NodeID) -> String {
    guard let label = labels.label(of: node) else { return "" }
    return label.name + label.shape.subscriptText(of: label.element)
  }
}
