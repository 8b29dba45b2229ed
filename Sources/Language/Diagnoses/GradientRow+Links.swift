import Autodiff

/// Two scalars or vectors of the program of one size, of which one depends on the other: from each
/// element of the lower one some path leads up to the upper one.
struct Link {
  /// What the program calls them.
  var upper: String
  var lower: String
  /// The slots of their elements, place by place.
  var pairs: [(upper: Int, lower: Int)]
  /// Whether the lower one has elements that nothing of the upper one stands for.
  var isPart: Bool
}

extension GradientRow {
  /// The scalars and vectors with names on the way, each with each below it; those that are
  /// `excluded`, and the output, are no part of a link.
  func links(of excluded: [NodeID]) -> [Link] {
    let excluded = Set(excluded + [rule.output])
    var slots: [String: [Int: Int]] = [:]
    var sizes: [String: Int] = [:]
    for (slot, node) in rule.nodes.enumerated() where !excluded.contains(node) {
      guard let part = graph.part(of: node), part.shape.count <= 64 else { continue }
      if case .matrix = part.shape { continue }
      slots[part.name, default: [:]][part.element] = slot
      sizes[part.name] = part.shape.count
    }
    let names = slots.keys.sorted {
      (slots[$0]?.values.min() ?? 0) < (slots[$1]?.values.min() ?? 0)
    }
    return names.prefix(40).flatMap { upper -> [Link] in
      guard let tops = slots[upper] else { return [] }
      let below = below(tops.values)
      return names.prefix(40).compactMap { lower -> Link? in
        guard upper != lower, sizes[upper] == sizes[lower], let bottoms = slots[lower],
          (tops.values.max() ?? 0) < (bottoms.values.min() ?? 0),
          bottoms.values.allSatisfy({ below[$0] })
        else { return nil }
        let pairs = tops.sorted { $0.key < $1.key }.compactMap { element, top in
          bottoms[element].map { (upper: top, lower: $0) }
        }
        return Link(
          upper: upper, lower: lower, pairs: pairs, isPart: bottoms.count > pairs.count)
      }
    }
  }

  /// Whether some path leads from one of some slots to each slot; from each to itself.
  private func below(_ tops: some Sequence<Int>) -> [Bool] {
    var below = [Bool](repeating: false, count: rule.nodes.count)
    for top in tops { below[top] = true }
    for slot in rule.nodes.indices where below[slot] {
      for edge in rule.leaving[slot] { below[rule.edges[edge].operand] = true }
    }
    return below
  }
}
