/// The space between two layers of a terminal picture, where lines turn.
///
/// Every line that leaves one item gets a track of its own to run on across the picture, shared by
/// all its branches, so that two different lines may cross but never lie on each other.
struct Channel {
  /// A line from one item of a layer to items of the next.
  struct Wire {
    /// The layering's number of the item it leaves.
    var item: Int
    /// Where it comes from.
    var source: Int
    /// Where it goes, and the link it is.
    var targets: [Int]
    /// The track it turns on; nil if it goes straight ahead.
    var track: Int?

    var isStraight: Bool { targets.allSatisfy { $0 == source } }

    var span: ClosedRange<Int> {
      min(source, targets.min() ?? source)...max(source, targets.max() ?? source)
    }

    /// Whether it mostly goes towards greater places.
    var ascends: Bool { targets.reduce(0, +) >= source * targets.count }
  }

  /// The lines, each with its track.
  private(set) var wires: [Wire]
  /// How many tracks there are.
  private(set) var trackCount = 0

  /// Finds tracks; nil where lines stand in each other's way however they are ordered.
  init?(_ wires: [Wire]) {
    self.wires = wires
    // A line must have turned before another comes down to where it started.
    let turning = wires.indices.filter { !wires[$0].isStraight }
    var above: [Int: [Int]] = [:]
    for wire in turning {
      above[wire] = turning.filter { $0 != wire && wires[wire].targets.contains(wires[$0].source) }
    }
    // Lines to the right are taken from the right, lines to the left from the left: then those
    // that go the same way do not cross.
    let order = turning.sorted { first, second in
      let (one, other) = (wires[first], wires[second])
      if one.ascends != other.ascends { return one.ascends }
      return one.ascends ? one.source > other.source : one.source < other.source
    }
    var waiting = order
    while !waiting.isEmpty {
      guard
        let place = waiting.firstIndex(where: { wire in
          (above[wire] ?? []).allSatisfy { self.wires[$0].track != nil }
        })
      else { return nil }
      let wire = waiting.remove(at: place)
      self.wires[wire].track = freeTrack(for: wire, below: above[wire] ?? [])
    }
    trackCount = (self.wires.compactMap(\.track).max() ?? -1) + 1
  }

  private func freeTrack(for wire: Int, below others: [Int]) -> Int {
    let span = wires[wire].span
    var track = (others.compactMap { wires[$0].track }.max() ?? -1) + 1
    for other in wires where other.track != nil && other.span.overlaps(span) {
      if other.ascends == wires[wire].ascends { track = max(track, (other.track ?? 0) + 1) }
    }
    while wires.contains(where: { $0.track == track && $0.span.overlaps(span) }) { track += 1 }
    return track
  }
}
