import Reporting

/// A picture drawn with box-drawing characters.
struct TerminalDrawing {
  /// How a drawing is to be made.
  struct Plan {
    /// Which way the arrows point.
    var direction: Direction
    /// Whether local derivatives are written on the arrows.
    var hasFactors: Bool
  }

  /// The rows of the drawing.
  let lines: [StyledText]

  /// More rows than this are read more easily as a list.
  private static let greatestHeight = 100

  /// Draws a picture; nil if it does not fit a page of that width.
  init?(_ picture: GraphPicture, _ wording: Wording, _ plan: Plan, width: Int) {
    let direction = plan.direction
    let texts = picture.boxes.map { BoxText($0, wording) }
    let factors = picture.arrows.map { plan.hasFactors ? wording.factor(of: $0) : nil }
    var layering = Layering(picture, isLabelled: factors.map { $0 != nil })
    layering.reduceCrossings()
    let sizes = Sizes(layering, texts, factors, direction)
    let placement = Placement(
      layering, sizes: sizes.across, gap: direction == .downward ? 2 : 0)
    let height = TerminalDrawing.greatestHeight
    let (greatestAlong, greatestAcross) =
      direction == .downward ? (height, width) : (width, height)
    guard placement.extent <= greatestAcross else { return nil }
    let ports = Ports(
      layering, placement, margin: 1, step: direction == .downward ? 2 : 1,
      slack: direction == .downward ? 1 : 0)
    var channels: [Channel] = []
    for layer in layering.links.indices {
      guard let channel = Channel(TerminalDrawing.wires(layering, ports, layer)) else {
        return nil
      }
      channels.append(channel)
    }
    var starts = [0]
    for (layer, channel) in channels.enumerated() {
      starts.append(
        starts[layer] + sizes.along[layer]
          + TerminalDrawing.space(for: channel, before: layer + 1, layering, direction))
    }
    let along = (starts.last ?? 0) + (sizes.along.last ?? 0)
    guard along <= greatestAlong else { return nil }

    let (columns, rows) = direction.point(along: along, across: placement.extent)
    var canvas = Canvas(width: columns, height: rows)
    let pen = Pen(
      layering: layering, placement: placement, ports: ports, starts: starts, sizes: sizes,
      direction: direction)
    for (layer, channel) in channels.enumerated() { pen.draw(channel, layer, on: &canvas) }
    for layer in layering.layers.indices {
      pen.drawItems(of: layer, texts, factors, picture, on: &canvas)
    }
    lines = canvas.lines
  }

  private static func wires(_ layering: Layering, _ ports: Ports, _ layer: Int) -> [Channel.Wire] {
    var wires: [Int: Channel.Wire] = [:]
    for (link, place) in zip(layering.links[layer], ports.arriving[layer]) {
      wires[
        link.from,
        default: Channel.Wire(
          item: link.from, source: ports.leaving[link.from], targets: [])
      ].targets.append(place)
    }
    return layering.layers[layer].compactMap { wires[$0] }
  }

  /// The cells between two layers: the tracks, room to turn, and the head of the arrow.
  private static func space(
    for channel: Channel, before layer: Int, _ layering: Layering, _ direction: Direction
  ) -> Int {
    let head = layering.mayHoldBoxes(layer) ? 1 : 0
    let tracks = max(0, channel.trackCount * direction.trackWidth - direction.trackWidth + 1)
    switch direction {
    case .downward: return tracks + head
    case .rightward: return 1 + tracks + (tracks > 0 ? head : 0) + head
    }
  }
}

extension Direction {
  /// The cells from one track to the next: side by side, upright lines would be hard to tell apart.
  var trackWidth: Int {
    switch self {
    case .downward: 1
    case .rightward: 2
    }
  }
}

/// The words of a box.
struct BoxText {
  let header: StyledText
  let rows: [StyledText]
  let width: Int

  init(_ box: GraphPicture.Box, _ wording: Wording) {
    header = wording.header(of: box)
    rows = wording.rows(of: box)
    let room = box.roomForNumbers == 0 ? 0 : Wording.numberLabelColumns + box.roomForNumbers
    width = max(([header] + rows).map(\.columns).max() ?? 0, room)
  }
}

extension StyledText {
  /// The terminal columns it takes up.
  var columns: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }
}
