/// What the program calls each node: a name, the element of a vector or matrix, and the round in
/// which a loop defined it.
struct Labels: Sendable {
  /// The shape of what a node is an element of, and which element.
  private struct Part: Hashable {
    var shape: Shape
    var element: UInt32
  }

  private var names = SymbolTable()
  /// For each node its name's number from 1, or 0 without a name.
  private var nameOf: [UInt32] = []
  /// The round of the loop that defined it, or 0.
  private var roundOf: [UInt32] = []
  /// For the elements of vectors and matrices, which they are.
  private var partOf: [UInt32: Part] = [:]

  mutating func addUnnamed() {
    nameOf.append(0)
    roundOf.append(0)
  }

  mutating func truncate(to count: Int) {
    for index in count..<nameOf.count where nameOf[index] != 0 {
      partOf[UInt32(clamping: index)] = nil
    }
    let excess = nameOf.count - count
    nameOf.removeLast(excess)
    roundOf.removeLast(excess)
  }

  /// Names a node, once; rounds count from 1, and 0 is a definition outside any loop.
  mutating func name(_ node: NodeID, _ name: String, _ shape: Shape, element: Int, round: Int) {
    guard nameOf[node.offset] == 0 else { return }
    nameOf[node.offset] = UInt32(names.intern(name) + 1)
    roundOf[node.offset] = UInt32(clamping: round)
    if shape != .scalar {
      partOf[UInt32(clamping: node.offset)] = Part(shape: shape, element: UInt32(clamping: element))
    }
  }

  /// The name, shape, element and round of a node; nil if it has no name.
  func label(of node: NodeID) -> (name: String, shape: Shape, element: Int, round: Int)? {
    let place = nameOf[node.offset]
    guard place > 0 else { return nil }
    let part = partOf[UInt32(clamping: node.offset)]
    return (
      names.name(Int(place) - 1), part?.shape ?? .scalar, Int(part?.element ?? 0),
      Int(roundOf[node.offset])
    )
  }

  func isNamed(_ node: NodeID) -> Bool { nameOf[node.offset] != 0 }
}

extension Graph {
  /// Gives a node the name the program gives it; a node keeps the first name it gets.
  public mutating func name(
    _ node: NodeID, _ name: String, shape: Shape = .scalar, element: Int = 0, round: Int = 0
  ) {
    labels.name(node, name, shape, element: element, round: round)
  }

  /// Whether the program gives it a name.
  public func isNamed(_ node: NodeID) -> Bool { labels.isNamed(node) }

  /// The name the program gives it: `y`, `W[2,1]`, or `h·3` for the third round of a loop.
  public func name(of node: NodeID) -> String? {
    guard let (name, shape, element, round) = labels.label(of: node) else { return nil }
    let suffix = round > 0 ? "·\(round)" : ""
    return name + suffix + shape.subscriptText(of: element)
  }
}
