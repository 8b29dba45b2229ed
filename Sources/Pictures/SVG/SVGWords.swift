import Reporting

/// What an SVG picture says, and how much room it takes.
struct SVGWords {
  /// The words of each box.
  let boxes: [BoxText]
  /// The lines beside each arrow: the local derivative, and what is sent back; none where no
  /// gradient flows.
  let labels: [[StyledText]]

  private let direction: Direction
  /// The space between the frame of a box and its text.
  static let padding = 10

  init(_ picture: GraphPicture, _ wording: Wording, _ direction: Direction) {
    self.direction = direction
    boxes = picture.boxes.map { BoxText($0, wording) }
    let back = direction == .rightward ? "← " : "↑ "
    labels = picture.arrows.map { arrow in
      guard let factor = wording.factor(of: arrow), let sent = wording.contribution(of: arrow)
      else { return [] }
      return [
        StyledText(factor, .number), StyledText(back, .muted) + StyledText(sent, .number),
      ]
    }
  }

  /// The lines of text of a box, its header included.
  static func lineCount(of box: BoxText) -> Int {
    box.rows.count + (box.header.spans.isEmpty ? 0 : 1)
  }

  /// The room each item of a layering takes up.
  func sizes(of layering: Layering) -> [(along: Int, across: Int)] {
    var lineCounts = [Int](repeating: 0, count: layering.items.count)
    for link in layering.links.joined() { lineCounts[link.to] += 1 }
    return layering.items.enumerated().map { item, content in
      let (width, height) = size(of: content)
      let ports = content.isBox ? 16 * lineCounts[item] + 14 : 0
      return direction == .rightward
        ? (along: width, across: max(height, ports)) : (along: height, across: max(width, ports))
    }
  }

  private func size(of content: Layering.Item) -> (width: Int, height: Int) {
    switch content {
    case .line: return (2, 2)
    case .box(let box):
      return (
        SVGStyle.width(boxes[box].width) + 2 * SVGWords.padding,
        SVGStyle.lineHeight * SVGWords.lineCount(of: boxes[box]) + 2 * SVGWords.padding - 4
      )
    case .label(let arrow):
      let columns = labels[arrow].map(\.columns).max() ?? 0
      return (SVGStyle.width(columns) + 8, SVGStyle.lineHeight * 2 + 2)
    }
  }
}
