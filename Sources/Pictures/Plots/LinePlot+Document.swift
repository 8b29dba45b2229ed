public import Reporting

extension LinePlot {
  /// The plot for a terminal: `width` columns, about `height` rows of curves, and what is said
  /// below.
  ///
  /// Every number that is finite is drawn, however many share a column. Curves are Braille dots, or
  /// in ASCII their marks; `digits` are for the numbers in words, an axis takes what it needs.
  public func document(
    width: Int = 80, height: Int = 16, ascii: Bool = false, digits: Int = 4
  ) -> Document {
    let wording = Wording(numbers: NumberStyle(digits: digits), ascii: ascii)
    var document = Document()
    if !title.isEmpty { document.add(StyledText(title, .heading)) }
    let points = series.flatMap { zip($0.x, $0.y).filter { $0.isFinite && $1.isFinite } }
    guard let first = points.first else {
      for note in ["Nothing to plot: there is no finite number."] + gaps(wording) {
        document.add(StyledText(note, .muted))
      }
      return document
    }
    let x = points.reduce((first.0, first.0)) { (min($0.0, $1.0), max($0.1, $1.0)) }
    let y = points.reduce((first.1, first.1)) { (min($0.0, $1.1), max($0.1, $1.1)) }
    let isLogarithmic = logY && y.0 > 0
    let height = max(height, 2)
    let frame = PlotFrame(
      x: PlotScale(from: x.0, to: x.1),
      y: PlotScale(from: y.0, to: y.1, isLogarithmic: isLogarithmic)
        .extendedToTicks(atMost: PlotFrame.verticalTickCount(height)),
      isWhole: points.allSatisfy { $0.0 == $0.0.rounded() }, pageWidth: width, height: height,
      dots: DotSheet.dots(ascii: ascii), isEven: true)
    document.add(
      frame.document(
        curves(in: frame, ascii: ascii), xLabel: wording.shown(xLabel), yLabel: yLabel))
    for line in FlowedItems.lines(legend(wording), width: width) {
      document.add(line)
    }
    let wordings = [
      frame.missingNumbers(wording.numbers),
      logY && !isLogarithmic
        ? "The vertical axis is linear, because \(wording.numbers.text(y.0)) has no logarithm."
        : nil,
    ]
    for note in wordings.compactMap(\.self) + gaps(wording) {
      document.add(StyledText(note, .muted))
    }
    return document
  }

  private func curves(in frame: PlotFrame, ascii: Bool) -> [StyledText] {
    var sheet = DotSheet(width: frame.width, height: frame.height, ascii: ascii)
    let curves = series.enumerated().map { Curve($1, index: $0, frame, on: &sheet) }
    // In ASCII every dot is a mark already.
    for curve in curves where !ascii {
      curve.drawMarks(among: series.count, every: 2 * max(12, 4 * series.count), on: &sheet)
    }
    return sheet.lines
  }

  /// Each curve's mark, its name and its last number.
  private func legend(_ wording: Wording) -> [StyledText] {
    series.enumerated().map { index, series in
      let mark = PlotMark.text(index, ascii: wording.ascii)
      let isLine = series.isJoined && !wording.ascii
      let line = !isLine ? mark : self.series.count == 1 ? "──" : "─\(mark)─"
      var item = StyledText(line + " ", .series(index))
      item.add(wording.shown(series.name), .name)
      item += StyledText(series.ending(wording.numbers) ?? "", .muted)
      return item
    }
  }

  /// A sentence for every curve that has numbers which cannot be drawn.
  func gaps(_ wording: Wording) -> [String] {
    series.compactMap { series in
      let gaps = zip(series.x, series.y).filter { !($0.isFinite && $1.isFinite) }
      guard let first = gaps.first else { return nil }
      let name = series.name.isEmpty ? "" : "\(series.name): "
      let axis = xLabel.isEmpty ? "x =" : xLabel
      let place = "\(axis) \(wording.numbers.text(first.0))"
      let value = wording.numbers.text(first.1)
      return gaps.count == 1
        ? "\(name)1 value is not drawn: \(value) at \(place)."
        : "\(name)\(gaps.count) values are not drawn, the first \(value) at \(place)."
    }
  }
}
