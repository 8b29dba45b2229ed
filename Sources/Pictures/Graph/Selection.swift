import Autodiff

/// The nodes and arrows a picture has room for: those nearest to the output.
struct Selection {
  /// The nodes, nearest first.
  private(set) var nodes: [NodeID]
  /// The operands of a node that have a box and an arrow.
  private(set) var operands: [NodeID: [NodeID]] = [:]
  /// How many other operands a node has, not counting constants that its label says.
  private(set) var hiddenOperandCounts: [NodeID: Int] = [:]

  /// Twice as many arrows as boxes still make a picture; more make a tangle.
  private static let arrowsPerBox = 2

  /// Goes from the output to its operands, to theirs, and so on, as long as there is room.
  init(nearestTo output: NodeID, in graph: Graph, boxLimit: Int) {
    nodes = [output]
    var isSelected: Set<NodeID> = [output]
    var (boxCount, arrowCount, next) = (1, 0, 0)
    while next < nodes.count {
      let node = nodes[next]
      next += 1
      let writesConstants = graph.writesConstantsInLabel(of: node)
      var seen: Set<NodeID> = []
      for operand in graph.operands(of: node) where seen.insert(operand).inserted {
        let isNumber = graph.isUnnamedConstant(operand)
        if isNumber, writesConstants { continue }
        // Equal numbers are one node of the graph, but an arrow from the same 1 to two places would
        // show a connection that nobody wrote; so every user has its own.
        let needsBox = isNumber || !isSelected.contains(operand)
        guard arrowCount < boxLimit * Selection.arrowsPerBox, !needsBox || boxCount < boxLimit
        else {
          hiddenOperandCounts[node, default: 0] += 1
          continue
        }
        arrowCount += 1
        operands[node, default: []].append(operand)
        if needsBox { boxCount += 1 }
        if needsBox, !isNumber {
          isSelected.insert(operand)
          nodes.append(operand)
        }
      }
    }
  }
}

extension Graph {
  /// Whether a node is a number the program contains, without a name.
  func isUnnamedConstant(_ node: NodeID) -> Bool { isConstant(node) && !isNamed(node) }
}
