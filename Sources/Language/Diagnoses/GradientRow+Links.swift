import Autodiff

/// Two scalars or vectors of the program of one size, of which one depends on the other.
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
    return names.prefix(40).flatMap { upper in
      names.prefix(40).compactMap { lower -> Link? in
        guard upper != lower, sizes[upper] == sizes[lower], let tops = slots[upper],
          let bottoms = slots[lower], (tops.values.max() ?? 0) < (bottoms.values.min() ?? 0)
        else { return nil }
        let pairs = tops.sorted { $0.key < $1.key }.compactMap { element, top in
          bottoms[element].map { (upper: top, lower: $0) }
        }
        return Link(
          upper: upper, lower: lower, pairs: pairs, isPart: bottoms.count > pairs.count)
      }
    }
  }
}
