import Reporting

extension GraphPicture {
  /// Pictures wider than this are turned, if that makes them narrower.
  private static let comfortableWidth = 1000
  /// The picture as a standalone SVG document.
  ///
  /// Of several on one page, each needs a `name` of its own: letters and digits.
  public func svg(digits: Int = 4, name: String = "graph") -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    let layout = layout(wording, atMost: GraphPicture.comfortableWidth)
    return SVGWriter(self, wording, layout, name: name).text
  }

  private func layout(_ wording: Wording, atMost width: Int) -> SVGLayout {
    let layout = SVGLayout(self, wording, .rightward)
    guard layout.size.width > width else { return layout }
    let turned = SVGLayout(self, wording, .downward)
    return turned.size.width < layout.size.width ? turned : layout
  }
}
