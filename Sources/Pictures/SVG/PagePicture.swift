public import Reporting

/// A picture in an HTML page that has `PictureStyle.sheet` among its styles.
public struct PagePicture {
  /// The picture.
  ///
  /// What a script may want to find is marked: `data-box` a box and `data-label` what stands beside
  /// an arrow, by their places in `boxes` and `arrows`; `data-value` and `data-gradient` the numbers
  /// of a box, `data-factor` and `data-sent` those of a label; `data-arrows` the arrows that a piece
  /// of line is a part of.
  public let svg: String
  /// What its signs mean, and what was left out.
  public let caption: String
  /// Its width and height in pixels.
  public let (width, height): (Int, Int)
}

extension GraphPicture {
  /// The frame in which a page shows a picture without making it smaller.
  private static let pageFrame = (width: 720, height: 520)

  /// The picture for a page; `isLive` if a script shows its numbers one by one, so that neither its
  /// description nor the names of its boxes may tell them before.
  public func picture(numbers: NumberStyle, name: String, isLive: Bool = false) -> PagePicture {
    let wording = Wording(numbers: numbers)
    let layout = pageLayout(wording)
    let svg = SVGWriter(self, wording, layout, name: name, use: isLive ? .livePage : .page).text
    return PagePicture(
      svg: svg,
      caption: SVGCaption.phrases(self, wording, layout.direction).joined(separator: " "),
      width: layout.size.width, height: layout.size.height)
  }

  /// From left to right if that fits, and else whichever is shown larger in the frame.
  private func pageLayout(_ wording: Wording) -> SVGLayout {
    let frame = GraphPicture.pageFrame
    let across = SVGLayout(self, wording, .rightward)
    guard across.size.width > frame.width else { return across }
    let turned = SVGLayout(self, wording, .downward)
    func scale(_ layout: SVGLayout) -> Double {
      min(
        Double(frame.width) / Double(layout.size.width),
        Double(frame.height) / Double(layout.size.height))
    }
    return scale(turned) > scale(across) ? turned : across
  }

  /// What stands beside an arrow when the first so many contributions have arrived.
  public func label(
    of arrow: Int, after count: Int, numbers: NumberStyle
  ) -> (factor: String, sent: String)? {
    let wording = Wording(numbers: numbers)
    var arrow = arrows[arrow]
    arrow.sent = Array(arrow.sent.prefix(count))
    guard let factor = wording.factor(of: arrow), let sent = wording.contribution(of: arrow)
    else { return nil }
    return (factor, sent)
  }

  /// The same picture with so many columns kept free for the numbers of each box.
  public func keepingRoom(_ columns: [Int]) -> GraphPicture {
    var picture = self
    for (index, columns) in zip(picture.boxes.indices, columns) {
      picture.boxes[index].roomForNumbers = columns
    }
    return picture
  }
}
