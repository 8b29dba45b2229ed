/// The boxes of a picture in layers, with everything that needs a place between them.
///
/// A box stands in the layer before the earliest of its users, so the output is alone in the last.
/// A line that crosses a layer gets a place there like a box, so that nothing is drawn over it;
/// one place serves all lines that come from the same box.
struct Layering {
  /// What takes up a place in a layer.
  enum Item: Hashable {
    /// A box, by its number.
    case box(Int)
    /// The line from a box on its way through a layer.
    case line(from: Int)
    /// What is written beside an arrow, by the arrow's number.
    case label(Int)
  }

  /// A piece of line between neighbouring layers.
  struct Link: Hashable {
    /// The item it leaves.
    var from: Int
    /// The item of the next layer that it reaches.
    var to: Int
    /// Whether a gradient flows along some arrow it is a part of.
    var carriesGradient: Bool
    /// The arrows it is a part of.
    var arrows: [Int]
  }

  /// The items, in the order a walk from the output met them.
  private(set) var items: [Item] = []
  /// The items of each layer, across the picture.
  var layers: [[Int]] = []
  /// The pieces of line behind each layer.
  private(set) var links: [[Link]] = []
  /// How many layers lie between one box and the next: one, or two where there are labels.
  let stride: Int

  /// Layers for the boxes of a picture; `isLabelled` says which arrows have something beside them.
  init(_ picture: GraphPicture, isLabelled: [Bool]) {
    stride = isLabelled.contains(true) ? 2 : 1
    var distances = [Int](repeating: 0, count: picture.boxes.count)
    var incoming = [[Int]](repeating: [], count: picture.boxes.count)
    for (number, arrow) in picture.arrows.enumerated() { incoming[arrow.to].append(number) }
    for box in picture.boxes.indices.reversed() {
      for number in incoming[box] {
        let from = picture.arrows[number].from
        distances[from] = max(distances[from], distances[box] + 1)
      }
    }
    let depth = distances.max() ?? 0
    layers = Array(repeating: [], count: depth * stride + 1)
    links = Array(repeating: [], count: max(depth * stride, 0))
    var places: [Place: Int] = [:]
    // From the output to the left operand first: with no other reason, operands keep their order.
    var isVisited = [Bool](repeating: false, count: picture.boxes.count)
    var waiting = picture.boxes.isEmpty ? [] : [picture.boxes.count - 1]
    var order: [Int] = []
    while let box = waiting.popLast() {
      guard !isVisited[box] else { continue }
      isVisited[box] = true
      order.append(box)
      waiting += incoming[box].reversed().map { picture.arrows[$0].from }
    }
    for box in order {
      let layer = (depth - distances[box]) * stride
      let item = place(.box(box), in: layer, &places)
      for number in incoming[box] {
        let arrow = picture.arrows[number]
        let first = (depth - distances[arrow.from]) * stride
        var next = item
        for between in Swift.stride(from: layer - 1, through: first, by: -1) {
          let content: Item =
            between == first
            ? .box(arrow.from)
            : between == layer - 1 && isLabelled[number] ? .label(number) : .line(from: arrow.from)
          let before = place(content, in: between, &places)
          add(from: before, to: next, behind: between, arrow: number, flows: !arrow.sent.isEmpty)
          next = before
        }
      }
    }
  }

  /// The layer that box layers and label layers alternate from: true for one that may hold boxes.
  func mayHoldBoxes(_ layer: Int) -> Bool { layer % stride == 0 }

  private struct Place: Hashable {
    var item: Item
    var layer: Int
  }

  private mutating func place(_ item: Item, in layer: Int, _ places: inout [Place: Int]) -> Int {
    if let known = places[Place(item: item, layer: layer)] { return known }
    places[Place(item: item, layer: layer)] = items.count
    layers[layer].append(items.count)
    items.append(item)
    return items.count - 1
  }

  private mutating func add(
    from: Int, to: Int, behind layer: Int, arrow: Int, flows: Bool
  ) {
    if let known = links[layer].firstIndex(where: { $0.from == from && $0.to == to }) {
      links[layer][known].arrows.append(arrow)
      if flows { links[layer][known].carriesGradient = true }
    } else {
      links[layer].append(Link(from: from, to: to, carriesGradient: flows, arrows: [arrow]))
    }
  }
}
