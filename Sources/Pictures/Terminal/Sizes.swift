import Reporting

/// How many cells the items of a layering take up.
struct Sizes {
  /// The extent of each item across the arrows.
  let across: [Int]
  /// The extent of each layer along the arrows; its boxes fill it.
  let along: [Int]

  init(_ layering: Layering, _ texts: [BoxText], _ factors: [String?], _ direction: Direction) {
    var lineCounts = [Int](repeating: 0, count: layering.items.count)
    for link in layering.links.joined() { lineCounts[link.to] += 1 }
    func size(_ item: Int) -> (width: Int, height: Int) {
      switch layering.items[item] {
      case .box(let box):
        let text = texts[box]
        return direction == .downward
          ? (max(text.width + 4, 2 * lineCounts[item] + 3), text.rows.count + 2)
          : (text.width + 4, max(text.rows.count, lineCounts[item]) + 2)
      case .line: return (1, 1)
      case .label(let arrow): return ((factors[arrow] ?? "").displayWidth, 1)
      }
    }
    let sizes = layering.items.indices.map(size)
    across = sizes.map { direction == .downward ? $0.width : $0.height }
    along = layering.layers.map { layer in
      layer.map { direction == .downward ? sizes[$0].height : sizes[$0].width }.max() ?? 0
    }
  }
}
