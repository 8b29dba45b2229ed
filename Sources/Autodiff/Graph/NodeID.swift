/// A node of a graph, by its place: operands always stand before results.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The place, from 0.
  public let index: Int32

  /// The node at a place.
  public init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }

  var offset: Int { Int(index) }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}
