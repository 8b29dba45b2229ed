/// Where each item of a layering stands across the picture: as near to its neighbours as the other
/// items of its layer allow, and never over one of them.
struct Placement {
  /// The extent of each item across the picture.
  let sizes: [Int]
  /// The least space between two items of a layer.
  let gap: Int
  /// Where each item begins.
  private(set) var starts: [Int]
  /// How far the picture reaches.
  private(set) var extent = 0

  private static let rounds = 40

  /// Places the items of a layering that has its order.
  init(_ layering: Layering, sizes: [Int], gap: Int) {
    self.sizes = sizes
    self.gap = gap
    starts = sizes.map { _ in 0 }
    let neighbours = Neighbours(layering)
    var centers = sizes.map { _ in 0.0 }
    for layer in layering.layers {
      // All layers begin in the middle, since moving a whole layer there takes many rounds.
      var edge = -Double(layer.reduce(0) { $0 + sizes[$1] + gap }) / 2
      for item in layer {
        centers[item] = edge + Double(sizes[item]) / 2
        edge += Double(sizes[item] + gap)
      }
    }
    for round in 0..<Placement.rounds {
      let order = round % 2 == 0 ? layering.layers.reversed() : layering.layers
      // At first towards one side only, so that a layer can move as a whole; then between both.
      let isSettling = round >= Placement.rounds / 2
      for layer in order {
        let wishes = layer.map { item -> (place: Double, weight: Double) in
          var near = round % 2 == 0 ? neighbours.after[item] : neighbours.before[item]
          if isSettling || near.isEmpty { near = neighbours.before[item] + neighbours.after[item] }
          guard !near.isEmpty else { return (centers[item], 0.1) }
          let sum = near.reduce(0) { $0 + centers[$1] }
          return (sum / Double(near.count), neighbours.isBox[item] ? 1 : 4)
        }
        for (item, center) in zip(layer, nearest(to: wishes, for: layer)) { centers[item] = center }
      }
    }
    round(centers, in: layering)
  }

  /// The middle of an item.
  func center(of item: Int) -> Int { starts[item] + sizes[item] / 2 }

  /// The centers nearest to the wished ones that keep the order and the gaps: runs of items that
  /// would overlap are merged and move together, to the average of what their members wish.
  private func nearest(to wishes: [(place: Double, weight: Double)], for layer: [Int]) -> [Double] {
    var offsets: [Double] = []
    for (index, item) in layer.enumerated() {
      let step =
        index == 0 ? 0 : Double(sizes[layer[index - 1]] + sizes[item]) / 2 + Double(gap)
      offsets.append((offsets.last ?? 0) + step)
    }
    var runs: [(place: Double, weight: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      var run = (place: wish.place - offset, weight: wish.weight, count: 1)
      while let last = runs.last, last.place >= run.place {
        let weight = last.weight + run.weight
        run = (
          (last.place * last.weight + run.place * run.weight) / weight, weight,
          last.count + run.count
        )
        runs.removeLast()
      }
      runs.append(run)
    }
    let places = runs.flatMap { Array(repeating: $0.place, count: $0.count) }
    return zip(places, offsets).map { $0 + $1 }
  }

  private mutating func round(_ centers: [Double], in layering: Layering) {
    for layer in layering.layers {
      var edge = Int.min
      for item in layer {
        let wished = Int((centers[item] - Double(sizes[item]) / 2).rounded())
        starts[item] = max(wished, edge)
        edge = starts[item] + sizes[item] + gap
      }
    }
    let first = starts.min() ?? 0
    for item in starts.indices { starts[item] -= first }
    extent = zip(starts, sizes).map { $0 + $1 }.max() ?? 0
  }

  /// The items a line leads to from each item, against the arrows and along them.
  ///
  /// A box stands by the boxes next to it, and lets lines that come or go past others find their own
  /// way; else a value that every layer uses would draw each layer a little further to its side.
  private struct Neighbours {
    var before: [[Int]]
    var after: [[Int]]
    var isBox: [Bool]

    init(_ layering: Layering) {
      let none: [[Int]] = layering.items.map { _ in [] }
      isBox = layering.items.map(\.isBox)
      (before, after) = (none, none)
      var (near, nearBehind) = (none, none)
      // An arrow from one layer of boxes to the next is a part of as many links as there are steps.
      var steps: [Int: Int] = [:]
      for arrow in layering.links.joined().flatMap(\.arrows) { steps[arrow, default: 0] += 1 }
      for link in layering.links.joined() {
        after[link.from].append(link.to)
        before[link.to].append(link.from)
        guard link.arrows.contains(where: { steps[$0] == layering.stride }) else { continue }
        nearBehind[link.from].append(link.to)
        near[link.to].append(link.from)
      }
      for item in layering.items.indices where isBox[item] {
        if !near[item].isEmpty { before[item] = near[item] }
        if !nearBehind[item].isEmpty { after[item] = nearBehind[item] }
      }
    }
  }
}
