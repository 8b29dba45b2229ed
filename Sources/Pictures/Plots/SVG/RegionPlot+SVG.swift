import Reporting

extension RegionPlot {
  /// The map as SVG: standalone, or for a page that has `PictureStyle.sheet` among its styles.
  ///
  /// Classes differ in their hatching, bands of a number in how dark they are; a line parts them.
  public func svg(name: String = "plot", isForPage: Bool = false, digits: Int = 4) -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var sheet = PlotSheet()
    if !title.isEmpty { sheet.addLines(title, class: "title") }
    let bands = RegionBands(self, ascii: false)
    var notes = ["Nothing to plot: there is no number at a finite place."]
    if values.contains(where: { !$0.isEmpty }),
      [x.lowerBound, x.upperBound, y.lowerBound, y.upperBound].allSatisfy(\.isFinite)
    {
      let axes = PlotAxes(
        x: PlotScale(from: x.lowerBound, to: x.upperBound),
        y: PlotScale(from: y.lowerBound, to: y.upperBound), isWhole: false, height: 320,
        xLabel: xLabel, yLabel: yLabel, on: &sheet)
      let field = RegionField(values, bands, axes.frame, name: name.xmlEscaped, regions: regions)
      sheet.add(field.markup)
      axes.draw(on: &sheet, hasGrid: false)
      let shown = points.filter(isShown)
      // A rim of paper keeps each mark apart from what it lies on, and hides no other mark.
      for point in shown {
        let place = axes.place(point.x, point.y)
        sheet.add(PlotSVGMark.rim(x: place.x, y: place.y))
      }
      let marks = shown.map { RegionMark($0, self, bands) }
      for (point, mark) in zip(shown, marks) {
        let place = axes.place(point.x, point.y)
        sheet.add(mark.markup(x: place.x, y: place.y))
      }
      sheet.addLegend(
        (0..<bands.count).map { band in
          PlotSheet.Item(
            sample: { field.sample(band, x: $0, y: $1) }, words: bands.name(band, self, wording))
        }
          + (field.hasUndefined
            ? [PlotSheet.Item(sample: { field.sample(nil, x: $0, y: $1) }, words: "undefined")]
            : [])
          + Set(marks).sorted().map { mark in
            PlotSheet.Item(
              sample: { mark.markup(x: Double($0 + 14), y: Double($1)) },
              words: mark.words(self, wording))
          })
      notes = self.notes(bands, wording).compactMap(\.self)
    }
    for note in notes { sheet.addLines(note, class: "muted") }
    let parts = (0..<bands.count).map { bands.name($0, self, wording) }.joined(separator: "; ")
    let description =
      ["A map with \(wording.plural(bands.count, "region")): \(parts)."]
      + (points.isEmpty ? [] : ["\(wording.plural(points.count, "point")) of data."]) + notes
    return sheet.svg(
      title: title.isEmpty ? "A map" : title, description: description.joined(separator: " "),
      name: name, isForPage: isForPage)
  }
}
