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
    var notes = self.notes(wording)
    var kind = ""
    if let span = span(ticks: 7, wording) {
      notes = span.notes + notes
      if span.y.isLogarithmic { kind = "The vertical axis is logarithmic. " }
      let axes = PlotAxes(
        x: span.x, y: span.y, isWhole: span.isWhole, height: 260, xLabel: xLabel,
        yLabel: yTitle(span), on: &sheet)
      axes.draw(on: &sheet, hasGrid: true)
      for index in series.indices { draw(index, axes, on: &sheet) }
      sheet.addLegend(series.indices.map { item($0, wording) })
    } else {
      notes.insert("Nothing to plot: there is no finite number.", at: 0)
    }
    for note in notes { sheet.addLines(note, class: "muted") }
    let title = self.title.isEmpty ? series.map(\.name).joined(separator: ", ") : self.title
    return sheet.svg(
      title: title, description: kind + summary(notes, wording), name: name, isForPage: isForPage)
  }

  /// So many points of a single curve are marked, so that it is seen that lines only join them.
  private static let fewPoints = 25

  private func draw(_ index: Int, _ axes: PlotAxes, on sheet: inout PlotSheet) {
    let series = series[index]
    let course = PlotCourse(series, axes)
    if !isScattered(series) {
      let dash = PlotSVGStyle.dash(index)
      let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
      if !course.path.isEmpty {
        sheet.add("<path class=\"curve s\(index % 6)\"\(dashes) d=\"\(course.path)\"/>")
      }
    }
    let marks =
      isScattered(series)
      ? course.places
      : self.series.count > 1
        ? course.spaced(index, among: self.series.count)
        : series.x.count <= LinePlot.fewPoints && !series.isSampled ? course.places : course.lonely
    for place in marks { sheet.add(PlotSVGMark.markup(index, x: place.x, y: place.y)) }
  }

  /// Whether the points are no curve, but data in any order.
  private func isScattered(_ series: Series) -> Bool {
    !series.isJoined || series.x.isEmpty || zip(series.x, series.x.dropFirst()).contains { $0 > $1 }
  }

  private func item(_ index: Int, _ wording: Wording) -> PlotSheet.Item {
    let series = series[index]
    let dash = PlotSVGStyle.dash(index)
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
  private func summary(_ notes: [String], _ wording: Wording) -> String {
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
    return (sentences + notes).joined(separator: " ")
  }
}
