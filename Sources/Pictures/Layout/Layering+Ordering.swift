extension Layering {
  /// How often the layers are gone through; more than enough for sixty boxes.
  private static let rounds = 12

  /// Orders the items of each layer so that few lines cross.
  ///
  /// Each layer in turn is sorted by where its items' neighbours stand on average, towards the
  /// output and back; the best arrangement met is kept. Nothing is random, so a picture is always
  /// the same.
  mutating func reduceCrossings() {
    var best = layers
    var fewest = crossingCount
    for round in 0..<Layering.rounds where fewest > 0 {
      let isForward = round % 2 == 0
      let order = isForward ? Array(layers.indices) : Array(layers.indices.reversed())
      for layer in order.dropFirst() { sort(layer, by: isForward ? layer - 1 : layer + 1) }
      let count = crossingCount
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  /// How many pairs of lines cross.
  var crossingCount: Int {
    links.indices.reduce(0) { $0 + crossingCount(behind: $1) }
  }

  /// The place of each item in its layer.
  func ranks(in layer: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: layers[layer].enumerated().map { ($1, $0) })
  }

  private mutating func sort(_ layer: Int, by neighbour: Int) {
    let ranks = ranks(in: neighbour)
    var sums: [Int: (sum: Int, count: Int)] = [:]
    for link in links[min(layer, neighbour)] {
      let (item, other) = neighbour < layer ? (link.to, link.from) : (link.from, link.to)
      let before = sums[item] ?? (0, 0)
      sums[item] = (before.sum + (ranks[other] ?? 0), before.count + 1)
    }
    // An item without neighbours there stays where it is, relative to the others.
    let keyed = layers[layer].enumerated().map { place, item in
      let average = sums[item].map { Double($0.sum) / Double($0.count) } ?? Double(place)
      return (average: average, place: place, item: item)
    }
    layers[layer] = keyed.sorted { ($0.average, $0.place) < ($1.average, $1.place) }.map(\.item)
  }

  private func crossingCount(behind layer: Int) -> Int {
    let (here, there) = (ranks(in: layer), ranks(in: layer + 1))
    let ends = links[layer]
      .map { (from: here[$0.from] ?? 0, to: there[$0.to] ?? 0) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    // Two lines cross when their ends stand the other way round; counted with a tree of sums.
    var sums = [Int](repeating: 0, count: layers[layer + 1].count + 1)
    var crossings = 0
    for (met, end) in ends.enumerated() {
      var index = end.to + 1
      var notBehind = 0
      while index > 0 {
        notBehind += sums[index]
        index -= index & -index
      }
      crossings += met - notBehind
      index = end.to + 1
      while index < sums.count {
        sums[index] += 1
        index += index & -index
      }
    }
    return crossings
  }
}
