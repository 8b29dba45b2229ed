/// The nodes of two parts of a graph side by side.
extension Graph {
  /// Nodes with names that two outputs depend on, in pairs: a node that both depend on with itself,
  /// others with those of the same name, the first with the first; in the order of the first output.
  public func aligned(_ left: NodeID, _ right: NodeID) -> [(left: NodeID?, right: NodeID?)] {
    let (first, second) = (namedNodes(below: left), namedNodes(below: right))
    let shared = Set(first).intersection(second)
    var waiting: [String: [NodeID]] = [:]
    for node in second.reversed() where !shared.contains(node) {
      waiting[alignmentName(of: node), default: []].append(node)
    }
    var pairs: [(left: NodeID?, right: NodeID?)] = []
    var paired: Set<NodeID> = []
    for node in first where node != left {
      let partner = shared.contains(node) ? node : waiting[alignmentName(of: node)]?.popLast()
      if let partner { paired.insert(partner) }
      pairs.append((node, partner == right ? nil : partner))
    }
    for node in second where !paired.contains(node) && node != right { pairs.append((nil, node)) }
    pairs.append((left, right))
    return pairs
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
