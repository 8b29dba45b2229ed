public import Reporting

extension GraphPicture {
  /// Pictures wider than this are turned, if that makes them narrower.
  private static let comfortableWidth = 1000
  /// The same for a picture in the column of a page.
  private static let columnWidth = 720

  /// The picture as a standalone SVG document.
  ///
  /// Of several on one page, each needs a `name` of its own: letters and digits.
  public func svg(digits: Int = 4, name: String = "graph") -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    let layout = layout(wording, atMost: GraphPicture.comfortableWidth)
    return SVGWriter(self, wording, layout, name: name).text
  }

  /// The picture for an HTML page that has `PictureStyle.sheet` among its styles.
  ///
  /// What a script may want to find is marked: `data-box` a box and `data-label` what stands beside
  /// an arrow, by their places in `boxes` and `arrows`; `data-value` and `data-gradient` the numbers
  /// of a box; `data-arrows` the arrows that a piece of line is a part of.
  public func svgForPage(numbers: NumberStyle, name: String) -> String {
    let wording = Wording(numbers: numbers)
    let layout = layout(wording, atMost: GraphPicture.columnWidth)
    return SVGWriter(self, wording, layout, name: name, isForPage: true).text
  }

  private func layout(_ wording: Wording, atMost width: Int) -> SVGLayout {
    let layout = SVGLayout(self, wording, .rightward)
    guard layout.size.width > width else { return layout }
    let turned = SVGLayout(self, wording, .downward)
    return turned.size.width < layout.size.width ? turned : layout
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
