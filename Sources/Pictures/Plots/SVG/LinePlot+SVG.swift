import Reporting

extension LinePlot {
  /// The plot as SVG: standalone, or for a page that has `PictureStyle.sheet` among its styles.
  ///
  /// Curves differ in dashes and, where there are several, in marks. Points in an order that goes
  /// back and forth are drawn as marks alone.
  public func svg(name: String = "plot", isForPage: Bool = false, digits: Int = 4) -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var sheet = PlotSheet()
    if !title.isEmpty { sheet.addLines(title, class: "title") }
    let points = series.flatMap { zip($0.x, $0.y).filter { $0.isFinite && $1.isFinite } }
    var notes = gaps(wording)
    if let first = points.first {
      let x = points.reduce((first.0, first.0)) { (min($0.0, $1.0), max($0.1, $1.0)) }
      let y = points.reduce((first.1, first.1)) { (min($0.0, $1.1), max($0.1, $1.1)) }
      let isLogarithmic = logY && y.0 > 0
      if logY, !isLogarithmic {
        notes.append(
          "The vertical axis is linear, because \(wording.numbers.text(y.0)) has no logarithm.")
      }
      let axes = PlotAxes(
        x: PlotScale(from: x.0, to: x.1),
        y: PlotScale(from: y.0, to: y.1, isLogarithmic: isLogarithmic).extendedToTicks(atMost: 7),
        isWhole: points.allSatisfy { $0.0 == $0.0.rounded() }, height: 260, xLabel: xLabel,
        yLabel: yLabel, on: &sheet)
      axes.draw(on: &sheet, hasGrid: true)
      for index in series.indices { draw(index, axes, on: &sheet) }
      sheet.addLegend(series.indices.map { item($0, wording) })
    } else {
      notes.insert("Nothing to plot: there is no finite number.", at: 0)
    }
    for note in notes { sheet.addLines(note, class: "muted") }
    let title = self.title.isEmpty ? series.map(\.name).joined(separator: ", ") : self.title
    return sheet.svg(
      title: title, description: summary(wording), name: name, isForPage: isForPage)
  }

  private func draw(_ index: Int, _ axes: PlotAxes, on sheet: inout PlotSheet) {
    let series = series[index]
    let course = PlotCourse(series, axes)
    if !isScattered(series) {
      let dash = PlotSVGStyle.dashes[index % PlotSVGStyle.dashes.count]
      let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
      if !course.path.isEmpty {
        sheet.add("<path class=\"curve s\(index % 6)\"\(dashes) d=\"\(course.path)\"/>")
      }
    }
    let marks =
      isScattered(series)
      ? course.places
      : self.series.count > 1 ? course.spaced(index, among: self.series.count) : course.lonely
    for place in marks { sheet.add(PlotSVGMark.markup(index, x: place.x, y: place.y)) }
  }

  /// Whether the points are no curve, but data in any order.
  private func isScattered(_ series: Series) -> Bool {
    !series.isJoined || series.x.isEmpty || zip(series.x, series.x.dropFirst()).contains { $0 > $1 }
  }

  private func item(_ index: Int, _ wording: Wording) -> PlotSheet.Item {
    let series = series[index]
    let dash = PlotSVGStyle.dashes[index % PlotSVGStyle.dashes.count]
    let hasLine = !isScattered(series)
    let hasMark = self.series.count > 1 || !hasLine
    var words = series.name
    if hasLine { words += series.ending(wording.numbers) ?? "" }
    return PlotSheet.Item(
      sample: { x, y in
        let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
        let line =
          hasLine ? "<path class=\"curve s\(index % 6)\"\(dashes) d=\"M\(x) \(y)h28\"/>" : ""
        let mark = hasMark ? PlotSVGMark.markup(index, x: Double(x + 14), y: Double(y)) : ""
        return line + mark
      }, words: words)
  }

  /// What the curves show, in sentences.
  private func summary(_ wording: Wording) -> String {
    let sentences = series.map { series -> String in
      let finite = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite }
      let name = series.name.isEmpty ? "A curve" : "\(series.name)"
      guard let first = finite.first, let last = finite.last,
        let least = finite.map(\.1).min(), let greatest = finite.map(\.1).max()
      else { return "\(name): no finite number." }
      func text(_ number: Double) -> String { wording.numbers.text(number) }
      return "\(name): \(wording.plural(finite.count, "point")), "
        + "from \(text(first.1)) at \(text(first.0)) to \(text(last.1)) at \(text(last.0)), "
        + "between \(text(least)) and \(text(greatest))."
    }
    return (sentences + gaps(wording)).joined(separator: " ")
  }
}
