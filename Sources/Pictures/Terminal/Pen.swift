import Reporting

/// Draws the items and lines of a picture whose places are known.
struct Pen {
  let layering: Layering
  let placement: Placement
  let ports: Ports
  /// Where each layer begins along the arrows.
  let starts: [Int]
  let sizes: Sizes
  let direction: Direction

  /// Draws the lines behind a layer, and the heads of those that reach a box.
  func draw(_ channel: Channel, _ layer: Int, on canvas: inout Canvas) {
    let end = starts[layer] + sizes.along[layer] - 1
    let next = starts[layer + 1] - (layering.mayHoldBoxes(layer + 1) ? 1 : 0)
    let firstTrack = end + (direction == .downward ? 1 : 2)
    for wire in channel.wires {
      let turn = wire.track.map { firstTrack + $0 * direction.trackWidth } ?? next
      let (item, source) = (wire.item, wire.source)
      canvas.draw(from: point(end, source), to: point(turn, source), line: item)
      for target in wire.targets {
        canvas.draw(from: point(turn, source), to: point(turn, target), line: item)
        canvas.draw(from: point(turn, target), to: point(next, target), line: item)
      }
    }
    for (link, place) in zip(layering.links[layer], ports.arriving[layer])
    where layering.items[link.to].isBox {
      let tip = point(next, place)
      let head = StyledText(direction == .downward ? "▼" : "▶", .muted)
      canvas.write(head, x: tip.x, y: tip.y)
    }
  }

  /// Draws what stands in a layer.
  func drawItems(
    of layer: Int, _ texts: [BoxText], _ factors: [String?], _ picture: GraphPicture,
    on canvas: inout Canvas
  ) {
    let (start, extent) = (starts[layer], sizes.along[layer])
    for item in layering.layers[layer] {
      let corner = point(start, placement.starts[item])
      switch layering.items[item] {
      case .line:
        let place = placement.center(of: item)
        let before = layering.mayHoldBoxes(layer) ? start - 1 : start
        canvas.draw(from: point(before, place), to: point(start + extent - 1, place))
      case .label(let arrow):
        let place = placement.center(of: item)
        canvas.draw(from: point(start, place), to: point(start + extent - 1, place))
        canvas.write(StyledText(factors[arrow] ?? "", .number), x: corner.x, y: corner.y)
      case .box(let box):
        let (width, height) = direction.point(along: extent, across: placement.sizes[item])
        canvas.drawBox(
          x: corner.x, y: corner.y, width: width, height: height,
          hasSquareCorners: picture.boxes[box].kind != .computed)
        let text = texts[box]
        if !text.header.spans.isEmpty {
          canvas.write(" " + text.header + " ", x: corner.x + 1, y: corner.y)
        }
        for (row, line) in text.rows.enumerated() {
          canvas.write(line, x: corner.x + 2, y: corner.y + 1 + row)
        }
      }
    }
  }

  private func point(_ along: Int, _ across: Int) -> (x: Int, y: Int) {
    direction.point(along: along, across: across)
  }
}
