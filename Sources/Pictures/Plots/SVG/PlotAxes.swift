import Reporting

/// The axes of a plot as SVG: the frame, its numbers and names, and where a point stands in it.
struct PlotAxes {
  let x: PlotScale
  let y: PlotScale
  /// The drawing area.
  let frame: PlotSheet.Frame

  private let xTicks: PlotTicks
  private let yTicks: PlotTicks

  /// Axes over a drawing area of that height, on a sheet that keeps room for them.
  init(
    x: PlotScale, y: PlotScale, isWhole: Bool, height: Int, xLabel: String, yLabel: String,
    on sheet: inout PlotSheet
  ) {
    (self.x, self.y) = (x, y)
    let yTicks = PlotTicks(y, atMost: max(3, height / 40))
    self.yTicks = yTicks
    let gutter = SVGStyle.width(yTicks.labels.map(\.displayWidth).max() ?? 0) + 8
    let left = PlotSheet.margin + gutter
    let width = PlotSheet.width - PlotSheet.margin - left - 8
    if !yLabel.isEmpty { sheet.addLines(yLabel, class: "muted") }
    let top = sheet.reserve(height + 16 + SVGStyle.lineHeight + 4) + 8
    frame = PlotSheet.Frame(x: left, y: top, width: width, height: height)
    let choices = (2...10).reversed().map { PlotTicks(x, atMost: $0, isWhole: isWhole) }
    xTicks =
      choices.first { PlotAxes.fits($0, x, from: left, width) }
      ?? (isWhole ? PlotTicks(x, atMost: 2, isWhole: true) : PlotTicks(endsOf: x))
    if !xLabel.isEmpty {
      let label = PlotSheet.cut(xLabel, to: PlotSheet.columns)
      sheet.add(
        label, x: left + width / 2, y: sheet.reserve(SVGStyle.lineHeight + 2) + 10,
        anchor: "middle", class: "muted")
    }
  }

  /// Where a point stands.
  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (
      Double(frame.x) + self.x.fraction(of: x) * Double(frame.width),
      Double(frame.y) + (1 - self.y.fraction(of: y)) * Double(frame.height)
    )
  }

  /// Draws the frame and the numbers beside it; lines across the area if `hasGrid`.
  func draw(on sheet: inout PlotSheet, hasGrid: Bool) {
    let (bottom, right) = (frame.y + frame.height, frame.x + frame.width)
    var grid = ""
    var axis = "M\(frame.x) \(frame.y)V\(bottom)H\(right)"
    for (number, label) in zip(yTicks.numbers, yTicks.labels) {
      let y = Int(place(x.number(at: 0), number).y.rounded())
      grid += "M\(frame.x) \(y)H\(right)"
      axis += "M\(frame.x) \(y)h-4"
      sheet.add(label, x: frame.x - 7, y: y + 4, anchor: "end")
    }
    for (number, label) in zip(xTicks.numbers, xTicks.labels) {
      let x = Int(place(number, y.number(at: 0)).x.rounded())
      axis += "M\(x) \(bottom)v4"
      sheet.add(
        label, x: PlotAxes.middle(of: label, at: x).middle, y: bottom + 18, anchor: "middle")
    }
    if hasGrid, !grid.isEmpty { sheet.add("<path class=\"grid\" d=\"\(grid)\"/>") }
    sheet.add("<path class=\"axis\" d=\"\(axis)\"/>")
  }

  /// Whether the labels keep apart.
  private static func fits(_ ticks: PlotTicks, _ scale: PlotScale, from left: Int, _ width: Int)
    -> Bool
  {
    guard ticks.numbers.count > 1 else { return false }
    var end = Int.min / 2
    for (number, label) in zip(ticks.numbers, ticks.labels) {
      let x = left + Int((scale.fraction(of: number) * Double(width)).rounded())
      let (middle, half) = middle(of: label, at: x)
      if middle - half < end + 12 { return false }
      end = middle + half
    }
    return true
  }

  /// The middle of a label that is to stand below a place and not beyond the sheet, and half its
  /// width.
  private static func middle(of label: String, at x: Int) -> (middle: Int, half: Int) {
    let half = SVGStyle.width(label.displayWidth) / 2
    let middle = min(max(x, PlotSheet.margin + half), PlotSheet.width - PlotSheet.margin - half)
    return (middle, half)
  }
}
