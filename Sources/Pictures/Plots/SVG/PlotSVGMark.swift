/// The marks that tell the series or classes of a plot apart, as SVG: the shapes of `PlotMark`.
enum PlotSVGMark {
  /// A rim for the mark around a place, to lie below it.
  static func rim(x: Double, y: Double) -> String {
    "<circle class=\"hollow\" cx=\"\(PlotSheet.text(x))\" cy=\"\(PlotSheet.text(y))\" r=\"6.5\"/>"
  }

  /// The mark of a series or class, counted from 0, around a place.
  static func markup(_ index: Int, x: Double, y: Double) -> String {
    let (cx, cy) = (PlotSheet.text(x), PlotSheet.text(y))
    let style = "mark s\(index % 6) \(index % 2 == 0 ? "full" : "hollow")"
    switch index / 2 % 4 {
    case 0: return "<circle class=\"\(style)\" cx=\"\(cx)\" cy=\"\(cy)\" r=\"4\"/>"
    case 1:
      let (left, top) = (PlotSheet.text(x - 3.5), PlotSheet.text(y - 3.5))
      return "<rect class=\"\(style)\" x=\"\(left)\" y=\"\(top)\" width=\"7\" height=\"7\"/>"
    case 2:
      return "<path class=\"\(style)\" d=\"M\(cx) \(PlotSheet.text(y - 5))l5 5l-5 5l-5 -5z\"/>"
    default: return triangle(style, x: x, y: y, pointsUp: true)
    }
  }

  /// A triangle around a place, of a series that is full or hollow.
  static func triangle(_ style: String, x: Double, y: Double, pointsUp: Bool) -> String {
    let tip = "M\(PlotSheet.text(x)) \(PlotSheet.text(pointsUp ? y - 5 : y + 5))"
    return "<path class=\"\(style)\" d=\"\(tip)l5 "
      + (pointsUp ? "8.5" : "-8.5") + "h-10z\"/>"
  }
}
