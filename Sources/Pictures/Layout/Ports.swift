/// Where lines leave and reach the items: one place to leave from, and one for each that arrives.
struct Ports {
  /// Where lines leave each item.
  private(set) var leaving: [Int]
  /// Where each link arrives, in the order of the layering's links.
  private(set) var arriving: [[Int]]

  /// The ports of placed items.
  ///
  /// Lines keep `margin` from the corners of a box and, if there is room, `step` from each other.
  /// A line may miss the middle of a label by `slack`.
  init(_ layering: Layering, _ placement: Placement, margin: Int, step: Int, slack: Int = 0) {
    leaving = layering.items.indices.map { placement.center(of: $0) }
    arriving = layering.links.map { $0.map { placement.center(of: $0.to) } }
    for layer in layering.links.indices {
      let links = layering.links[layer]
      for (item, own) in Dictionary(grouping: links, by: \.from)
      where own.count == 1 && layering.items[item].isBox {
        // A single line leaves a box where it can go straight ahead.
        let inside = Ports.inside(item, placement, margin)
        leaving[item] = min(
          max(placement.center(of: own[0].to), inside.lowerBound), inside.upperBound)
      }
      for (number, link) in links.enumerated() {
        if case .label = layering.items[link.to],
          abs(leaving[link.from] - arriving[layer][number]) <= slack
        {
          arriving[layer][number] = leaving[link.from]
        }
      }
      let ranks = layering.ranks(in: layer)
      for (item, numbers) in Dictionary(grouping: links.indices, by: { links[$0].to })
      where layering.items[item].isBox {
        let sorted = numbers.sorted { (ranks[links[$0].from] ?? 0) < (ranks[links[$1].from] ?? 0) }
        let places = Ports.spread(
          sorted.map { leaving[links[$0].from] }, over: Ports.inside(item, placement, margin), step)
        for (number, place) in zip(sorted, places) { arriving[layer][number] = place }
      }
    }
  }

  private static func inside(_ item: Int, _ placement: Placement, _ margin: Int) -> ClosedRange<Int>
  {
    let low = placement.starts[item] + margin
    return low...max(low, placement.starts[item] + placement.sizes[item] - 1 - margin)
  }

  /// Places for lines that come from some others: straight on for those that can, the rest evenly.
  private static func spread(_ sources: [Int], over range: ClosedRange<Int>, _ step: Int) -> [Int] {
    let width = range.upperBound - range.lowerBound
    let step = min(step, sources.count > 1 ? width / (sources.count - 1) : width)
    var places = sources.enumerated().map { index, source in
      range.contains(source)
        ? source : range.lowerBound + width * (index + 1) / (sources.count + 1)
    }
    for index in places.indices {
      let low = index == 0 ? range.lowerBound : places[index - 1] + step
      places[index] = max(places[index], low)
    }
    for index in places.indices.reversed() {
      let high = index == places.count - 1 ? range.upperBound : places[index + 1] - step
      places[index] = min(places[index], high)
    }
    return places
  }
}

extension Layering.Item {
  /// Whether it is a box, rather than a line or what is written beside one.
  var isBox: Bool {
    if case .box = self { true } else { false }
  }
}
