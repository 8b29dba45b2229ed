/// Nodes that compute the same.
extension Graph {
  private struct Form: Hashable {
    var operation: OperatorID
    var settings: UInt32
    var operands: [NodeID]
  }

  /// The nodes among the first so many that compute what some others compute: by the same operations
  /// from the same leaves, numbers and names.
  ///
  /// Sums and products may have their two operands the
  /// other way round.
  ///
  /// - Returns: the nodes for each of the others, in order; none for one that is new.
  public func alike(_ nodes: [NodeID], among count: Int) -> [[NodeID]] {
    guard let last = nodes.max() else { return [] }
    // Of all that are alike, the first stands for the others.
    var first: [Form: NodeID] = [:]
    var standIns: [NodeID] = []
    standIns.reserveCapacity(last.offset + 1)
    var found: [NodeID: [NodeID]] = [:]
    let isSwappable = Set(["add", "mul"].compactMap(Operators.named))
    for index in 0...last.offset {
      let node = NodeID(index)
      guard operators[index].isOperation else {
        standIns.append(node)
        if index < count { found[node] = [node] }
        continue
      }
      var operands = operands(of: node).map { standIns[$0.offset] }
      if isSwappable.contains(operators[index]) { operands.sort() }
      let form = Form(
        operation: operators[index], settings: settingsPlaces[index], operands: operands)
      let standIn = first[form] ?? node
      first[form] = standIn
      standIns.append(standIn)
      if index < count { found[standIn, default: []].append(node) }
    }
    return nodes.map { found[standIns[$0.offset]] ?? [] }
  }
}
