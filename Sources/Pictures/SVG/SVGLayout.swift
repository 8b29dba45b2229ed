import Reporting

/// Where everything stands in an SVG picture, in pixels.
struct SVGLayout {
  /// A rectangle.
  struct Frame {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// A piece of line.
  struct Piece {
    var start: (x: Int, y: Int)
    var end: (x: Int, y: Int)
    /// Whether a gradient flows back along it.
    var carriesGradient: Bool
    /// Whether it ends at a box, with a head.
    var hasHead: Bool
    /// The arrows it is a part of.
    var arrows: [Int]
  }

  /// Which way the arrows point.
  let direction: Direction
  /// The words of each box, and beside each arrow.
  let words: SVGWords
  /// Where each box stands.
  private(set) var boxes: [Frame]
  /// Where the words beside each arrow stand; nil where there are none.
  private(set) var labels: [Frame?]
  /// The lines.
  private(set) var pieces: [Piece] = []
  /// The size of the whole, with a margin.
  private(set) var size = (width: 0, height: 0)

  /// The space around the picture.
  static let margin = 16
  /// The space between neighbours across the arrows.
  private static let gap = 14

  /// Finds a place for everything.
  init(_ picture: GraphPicture, _ wording: Wording, _ direction: Direction) {
    self.direction = direction
    words = SVGWords(picture, wording, direction)
    var layering = Layering(picture, isLabelled: words.labels.map { !$0.isEmpty })
    layering.reduceCrossings()
    let sizes = words.sizes(of: layering)
    let placement = Placement(layering, sizes: sizes.map(\.across), gap: SVGLayout.gap)
    let ports = Ports(layering, placement, margin: 14, step: 16)
    let bands = SVGLayout.bands(layering, ports, sizes.map(\.along))
    boxes = words.boxes.map { _ in Frame(x: 0, y: 0, width: 0, height: 0) }
    labels = words.labels.map { _ in nil }
    for (layer, band) in bands.enumerated() {
      for item in layering.layers[layer] {
        place(layering.items[item], item, band, placement)
        if !layering.items[item].isBox { addLine(through: item, band, layering, placement, layer) }
      }
      if layer + 1 < bands.count {
        addLines(behind: layer, band.upperBound, bands[layer + 1].lowerBound, layering, ports)
      }
    }
    let end = (bands.last?.upperBound ?? 0) + SVGLayout.margin
    let (width, height) = direction.point(
      along: end, across: placement.extent + 2 * SVGLayout.margin)
    size = (width, height)
  }

  /// How far each layer reaches along the arrows, with room for the lines to turn between them.
  private static func bands(_ layering: Layering, _ ports: Ports, _ sizes: [Int])
    -> [ClosedRange<Int>]
  {
    var start = margin
    return layering.layers.indices.map { layer in
      let end = start + (layering.layers[layer].map { sizes[$0] }.max() ?? 0)
      defer {
        if layer < layering.links.count {
          let links = zip(layering.links[layer], ports.arriving[layer])
          let turn = links.map { abs(ports.leaving[$0.from] - $1) }.max() ?? 0
          let head = layering.mayHoldBoxes(layer + 1) ? 8 : 0
          start = end + 22 + head + min(turn / 4, 50)
        }
      }
      return start...end
    }
  }

  private mutating func place(
    _ content: Layering.Item, _ item: Int, _ band: ClosedRange<Int>, _ placement: Placement
  ) {
    let corner = point(band.lowerBound, placement.starts[item])
    let extent = direction.point(
      along: band.upperBound - band.lowerBound, across: placement.sizes[item])
    let frame = Frame(x: corner.x, y: corner.y, width: extent.x, height: extent.y)
    switch content {
    case .box(let box): boxes[box] = frame
    case .label(let arrow): labels[arrow] = frame
    case .line: break
    }
  }

  /// Draws a line on through a layer; where it points down, it makes room for what is written.
  private mutating func addLine(
    through item: Int, _ band: ClosedRange<Int>, _ layering: Layering, _ placement: Placement,
    _ layer: Int
  ) {
    if case .label = layering.items[item], direction == .downward { return }
    let place = placement.center(of: item)
    let links = layering.links[layer].filter { $0.from == item }
    pieces.append(
      Piece(
        start: point(band.lowerBound, place), end: point(band.upperBound, place),
        carriesGradient: links.contains(where: \.carriesGradient), hasHead: false,
        arrows: links.flatMap(\.arrows)))
  }

  private mutating func addLines(
    behind layer: Int, _ start: Int, _ end: Int, _ layering: Layering, _ ports: Ports
  ) {
    for (link, place) in zip(layering.links[layer], ports.arriving[layer]) {
      pieces.append(
        Piece(
          start: point(start, ports.leaving[link.from]), end: point(end, place),
          carriesGradient: link.carriesGradient, hasHead: layering.items[link.to].isBox,
          arrows: link.arrows))
    }
  }

  private func point(_ along: Int, _ across: Int) -> (x: Int, y: Int) {
    direction.point(along: along, across: SVGLayout.margin + across)
  }
}
