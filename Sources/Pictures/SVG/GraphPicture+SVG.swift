import Reporting

extension GraphPicture {
  /// Pictures wider than this are turned, if that makes them narrower.
  private static let comfortableWidth = 1000

  /// The picture as a standalone SVG document, which can also be put into an HTML page.
  ///
  /// Of several on one page, each needs a `name` of its own: letters and digits.
  public func svg(digits: Int = 4, name: String = "graph") -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var layout = SVGLayout(self, wording, .rightward)
    if layout.size.width > GraphPicture.comfortableWidth {
      let turned = SVGLayout(self, wording, .downward)
      if turned.size.width < layout.size.width { layout = turned }
    }
    return SVGWriter(self, wording, layout, name: name).text
  }
}
