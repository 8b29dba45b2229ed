/// What the program calls each node: a name, the element of a vector or matrix, and the round in
/// which a loop defined it.
struct Labels: Sendable {
  /// A name and the shape of what it names; many nodes share one.
  struct Title: Hashable, Sendable {
    var name: String
    var shape: Shape
  }

  private var titles: [Title] = []
  private var places: [Title: UInt32] = [:]
  /// For each node the place of its title from 1, or 0 without a name.
  private var titleOf: [UInt32] = []
  private var elementOf: [UInt32] = []
  private var roundOf: [UInt32] = []

  mutating func addUnnamed() {
    titleOf.append(0)
    elementOf.append(0)
    roundOf.append(0)
  }

  mutating func truncate(to count: Int) {
    let excess = titleOf.count - count
    titleOf.removeLast(excess)
    elementOf.removeLast(excess)
    roundOf.removeLast(excess)
  }

  /// Names a node, once; rounds count from 1, and 0 is a definition outside any loop.
  mutating func name(_ node: NodeID, _ title: Title, element: Int, round: Int) {
    guard titleOf[node.offset] == 0 else { return }
    let place =
      places[title]
      ?? {
        titles.append(title)
        let place = UInt32(titles.count)
        places[title] = place
        return place
      }()
    titleOf[node.offset] = place
    elementOf[node.offset] = UInt32(element)
    roundOf[node.offset] = UInt32(clamping: round)
  }

  /// The title, element and round of a node; nil if it has no name.
  func label(of node: NodeID) -> (title: Title, element: Int, round: Int)? {
    let place = titleOf[node.offset]
    guard place > 0 else { return nil }
    return (titles[Int(place) - 1], Int(elementOf[node.offset]), Int(roundOf[node.offset]))
  }

  func isNamed(_ node: NodeID) -> Bool { titleOf[node.offset] != 0 }
}

extension Graph {
  /// Gives a node the name the program gives it; a node keeps the first name it gets.
  public mutating func name(
    _ node: NodeID, _ name: String, shape: Shape = .scalar, element: Int = 0, round: Int = 0
  ) {
    labels.name(node, Labels.Title(name: name, shape: shape), element: element, round: round)
  }

  /// Whether the program gives it a name.
  public func isNamed(_ node: NodeID) -> Bool { labels.isNamed(node) }

  /// The name the program gives it: `y`, `W[2,1]`, or `h·3` for the third round of a loop.
  public func name(of node: NodeID) -> String? {
    guard let (title, element, round) = labels.label(of: node) else { return nil }
    let suffix = round > 0 ? "·\(round)" : ""
    return title.name + suffix + title.shape.subscriptText(of: element)
  }
}
