import Autodiff

/// The leaves a statement has changed, with the values they had before it.
///
/// A training puts back a hundred thousand at once, so whether one is known is looked up by its
/// place in the graph.
struct ChangedLeaves {
  private var before: [(leaf: NodeID, value: Double)] = []
  private var isKnown: [Bool] = []

  /// Whether no leaf was changed.
  var isEmpty: Bool { before.isEmpty }

  /// Keeps the value of a leaf, unless it was changed before.
  mutating func keep(_ leaf: NodeID, _ value: Double) {
    let place = Int(leaf.index)
    if place >= isKnown.count {
      isKnown += repeatElement(false, count: max(place + 1 - isKnown.count, isKnown.count))
    }
    guard !isKnown[place] else { return }
    isKnown[place] = true
    before.append((leaf, value))
  }

  /// Gives what was kept, and forgets it.
  mutating func takeAll() -> [(leaf: NodeID, value: Double)] {
    for (leaf, _) in before { isKnown[Int(leaf.index)] = false }
    defer { before = [] }
    return before
  }
}
