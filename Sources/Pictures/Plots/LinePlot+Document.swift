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
    let height = max(height, 2)
    guard let span = span(ticks: PlotFrame.verticalTickCount(height), wording) else {
      for note in ["Nothing to plot: there is no finite number."] + notes(wording) {
        document.add(StyledText(note, .muted))
      }
      return document
    }
    let frame = PlotFrame(
      x: span.x, y: span.y, isWhole: span.isWhole, pageWidth: width, height: height,
      dots: DotSheet.dots(ascii: ascii), isEven: true)
    document.add(
      frame.document(
        curves(in: frame, ascii: ascii), xLabel: wording.shown(xLabel), yLabel: yTitle(span)))
    for line in FlowedItems.lines(legend(wording), width: width) {
      document.add(line)
    }
    let missing = [frame.missingNumbers(wording.numbers)].compactMap(\.self)
    for note in missing + span.notes + notes(wording) {
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
}
