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
  /// Which definition of the name it is: the round of a loop, a later definition, or 0.
  private var roundOf: [UInt32] = []
  /// The last round of its name before it, so that cutting the graph brings that back.
  private var roundBefore: [UInt32] = []
  /// For each name the round of its last definition, from 1; 0 if nothing has the name.
  private var lastRound: [UInt32] = []
  /// For the elements of vectors and matrices, which they are.
  private var partOf: [UInt32: Part] = [:]

  mutating func addUnnamed() {
    nameOf.append(0)
    roundOf.append(0)
    roundBefore.append(0)
  }

  mutating func truncate(to count: Int) {
    for index in (count..<nameOf.count).reversed() where nameOf[index] != 0 {
      partOf[UInt32(clamping: index)] = nil
      lastRound[Int(nameOf[index]) - 1] = roundBefore[index]
    }
    let excess = nameOf.count - count
    nameOf.removeLast(excess)
    roundOf.removeLast(excess)
    roundBefore.removeLast(excess)
  }

  /// The round of the next definition of a name: the loop's, unless an earlier definition has
  /// come as far; outside a loop 0 for the first definition, 2 for the second, and so on.
  func nextRound(of name: String, inRound round: Int) -> Int {
    guard let symbol = names.symbol(name), lastRound[symbol] > 0 else { return round }
    let last = Int(lastRound[symbol]) - 1
    return max(round, last + 1, round == 0 ? 2 : 1)
  }

  /// Names a node, once; a round of 0 is not written.
  mutating func name(_ node: NodeID, _ name: String, _ shape: Shape, element: Int, round: Int) {
    guard nameOf[node.offset] == 0 else { return }
    let symbol = names.intern(name)
    if symbol == lastRound.count { lastRound.append(0) }
    nameOf[node.offset] = UInt32(symbol + 1)
    roundOf[node.offset] = UInt32(clamping: round)
    roundBefore[node.offset] = lastRound[symbol]
    lastRound[symbol] = UInt32(clamping: round + 1)
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

  /// The nodes of one definition of a name, in order.
  func nodes(named name: String, round: Int) -> [NodeID] {
    guard let symbol = names.symbol(name) else { return [] }
    return nameOf.indices.lazy.filter {
      nameOf[$0] == UInt32(symbol + 1) && Int(roundOf[$0]) == round
    }.map(NodeID.init)
  }
}

extension Graph {
  /// Gives a node the name the program gives it; a node keeps the first name it gets.
  public mutating func name(
    _ node: NodeID, _ name: String, shape: Shape = .scalar, element: Int = 0, round: Int = 0
  ) {
    labels.name(node, name, shape, element: element, round: round)
  }

  /// Which definition of a name the next one is; see `name(_:_:shape:element:round:)`.
  public func nextRound(of name: String, inRound round: Int) -> Int {
    labels.nextRound(of: name, inRound: round)
  }

  /// The nodes of one definition of a name, element by element: those called `h·3`.
  public func nodes(named name: String, round: Int) -> [NodeID] {
    labels.nodes(named: name, round: round)
  }

  /// Whether the program gives it a name.
  public func isNamed(_ node: NodeID) -> Bool { labels.isNamed(node) }

  /// The name the program gives it: `y`, `W[2,1]`, or `h·3` for the third round of a
  /// loop or the third definition.
  public func name(of node: NodeID) -> String? {
    guard let (name, shape, element, round) = labels.label(of: node) else { return nil }
    let suffix = round > 0 ? "·\(round)" : ""
    return name + suffix + shape.subscriptText(of: element)
  }
}
