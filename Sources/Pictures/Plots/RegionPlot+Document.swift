public import Reporting

extension RegionPlot {
  /// The map for a terminal of `width` columns, in `height` rows, and its legend below.
  ///
  /// A cell shows the sample nearest to its middle; `digits` are for the numbers in words.
  public func document(
    width: Int = 80, height: Int = 20, ascii: Bool = false, digits: Int = 4
  ) -> Document {
    let wording = Wording(numbers: NumberStyle(digits: digits), ascii: ascii)
    var document = Document()
    if !title.isEmpty { document.add(StyledText(title, .heading)) }
    guard values.contains(where: { !$0.isEmpty }),
      [x.lowerBound, x.upperBound, y.lowerBound, y.upperBound].allSatisfy(\.isFinite)
    else {
      document.add(StyledText("Nothing to plot: there is no number at a finite place.", .muted))
      return document
    }
    let bands = RegionBands(self, ascii: ascii)
    let frame = PlotFrame(
      x: PlotScale(from: x.lowerBound, to: x.upperBound),
      y: PlotScale(from: y.lowerBound, to: y.upperBound), isWhole: false, pageWidth: width,
      height: max(height, 2))
    document.add(
      frame.document(area(frame, bands, ascii), xLabel: wording.shown(xLabel), yLabel: yLabel))
    for line in FlowedItems.lines(legend(bands, wording), width: width) { document.add(line) }
    for note in ([frame.missingNumbers(wording.numbers)] + notes(bands, wording)) {
      if let note { document.add(StyledText(note, .muted)) }
    }
    return document
  }

  private func area(_ frame: PlotFrame, _ bands: RegionBands, _ ascii: Bool) -> [StyledText] {
    var canvas = Canvas(width: frame.width, height: frame.height)
    for row in 0..<frame.height {
      let line = values[nearest(frame.height - 1 - row, of: frame.height, among: values.count)]
      for column in 0..<frame.width where !line.isEmpty {
        let number = line[nearest(column, of: frame.width, among: line.count)]
        canvas.write(bands.text(bands.band(of: number)), x: column, y: row)
      }
    }
    for point in points where isShown(point) {
      let cell = frame.dot(point.x, point.y)
      canvas.write(
        RegionMark(point, self, bands).text(ascii: ascii), x: cell.column, y: cell.row)
    }
    return canvas.lines
  }

  private func nearest(_ index: Int, of count: Int, among samples: Int) -> Int {
    PlotScale.place(Double(index) / Double(max(count - 1, 1)), among: samples)
  }

  func isShown(_ point: Point) -> Bool { x.contains(point.x) && y.contains(point.y) }

  private func legend(_ bands: RegionBands, _ wording: Wording) -> [StyledText] {
    let regions = (0..<bands.count).map { band in
      let texture = bands.text(band)
      return StyledText("[", .muted) + texture + texture + StyledText("] ", .muted)
        + StyledText(bands.name(band, self, wording))
    }
    let marks = Set(points.filter(isShown).map { RegionMark($0, self, bands) }).sorted().map {
      $0.text(ascii: wording.ascii) + StyledText(" ")
        + StyledText($0.words(self, wording), .name)
    }
    let undefined = values.joined().contains { bands.band(of: $0) == nil }
    let nothing = bands.text(nil)
    return regions
      + (undefined
        ? [
          StyledText("[", .muted) + nothing + nothing + StyledText("] ", .muted)
            + StyledText("undefined")
        ] : [])
      + marks
  }

  func notes(_ bands: RegionBands, _ wording: Wording) -> [String?] {
    let odd = values.joined().count { bands.band(of: $0) == nil }
    let hidden = points.count { !isShown($0) }
    return extremes(wording) + [
      odd == 0 ? nil : "\(wording.plural(odd, "sample")) undefined.",
      hidden == 0 ? nil : "\(wording.plural(hidden, "point")) outside the picture.",
    ]
  }

  /// Where the least and the greatest sample of a landscape are.
  private func extremes(_ wording: Wording) -> [String] {
    guard case .levels = regions else { return [] }
    var least: (value: Double, place: String)?
    var greatest: (value: Double, place: String)?
    for (row, line) in values.enumerated() {
      for (column, number) in line.enumerated() where number.isFinite {
        let isLeast = least.map { number < $0.value } ?? true
        let isGreatest = greatest.map { number > $0.value } ?? true
        guard isLeast || isGreatest else { continue }
        let place = place(column, line.count, row, wording)
        if isLeast { least = (number, place) }
        if isGreatest { greatest = (number, place) }
      }
    }
    guard let least, let greatest else { return [] }
    let count = wording.plural(values.joined().count, "sample")
    return [
      "Least of \(count): \(wording.numbers.text(least.value)) at \(least.place).",
      "Greatest: \(wording.numbers.text(greatest.value)) at \(greatest.place).",
    ]
  }

  private func place(_ column: Int, _ columns: Int, _ row: Int, _ wording: Wording) -> String {
    let places = [
      (xLabel.isEmpty ? "x" : xLabel, RegionPlot.place(column, of: columns, in: x)),
      (yLabel.isEmpty ? "y" : yLabel, RegionPlot.place(row, of: values.count, in: y)),
    ]
    return places.map { "\($0) = \(wording.numbers.text($1))" }.joined(separator: ", ")
  }
}
