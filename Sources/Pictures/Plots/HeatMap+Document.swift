public import Reporting

extension HeatMap {
  /// The map for a terminal of `width` columns, in at most `height` rows of cells.
  ///
  /// Where there is room, each cell also holds its number, in `digits` digits. A larger matrix is
  /// reduced by blocks, and the map says so.
  public func document(
    width: Int = 80, height: Int = 40, ascii: Bool = false, digits: Int = 3
  ) -> Document {
    let wording = Wording(numbers: NumberStyle(digits: digits), ascii: ascii)
    var document = Document()
    if !title.isEmpty { document.add(StyledText(title, .heading)) }
    let numbers = values.joined()
    guard !numbers.isEmpty else {
      document.add(StyledText("Nothing to show: the matrix is empty.", .muted))
      return document
    }
    let finite = numbers.filter(\.isFinite)
    let shade = HeatShade(greatest: finite.map(abs).max() ?? 0, ascii: ascii)
    let field = HeatField(values, shade, wording, width: width, height: height)
    addNames(to: &document, wording)
    for line in field.lines { document.add(line) }
    document.addSpace()
    let scale = shade.scale(
      hasNegative: finite.contains { $0 < 0 }, hasPositive: finite.contains { $0 > 0 },
      columns: min(field.shadeColumns, 2), wording.numbers)
    for line in FlowedItems.lines(scale, width: width) { document.add(line) }
    for note in notes(field.blocks, wording) { document.add(StyledText(note, .muted)) }
    return document
  }

  private func addNames(to document: inout Document, _ wording: Wording) {
    let names = [("rows", rowLabel), ("columns", columnLabel)].filter { !$0.1.isEmpty }
    guard !names.isEmpty else { return }
    let text = names.map { "\($0): \(wording.shown($1))" }.joined(separator: ", ")
    document.add(StyledText(text, .muted))
  }

  func notes(_ blocks: HeatBlocks, _ wording: Wording) -> [String] {
    var notes: [String] = []
    if blocks.size != (1, 1) {
      notes.append(
        "Each cell stands for \(wording.plural(blocks.size.rows, "row")) by "
          + "\(wording.plural(blocks.size.columns, "column")), and shows the number of greatest "
          + "magnitude among them.")
    }
    var counts = (nan: 0, positive: 0, negative: 0)
    for number in values.joined() where !number.isFinite {
      if number.isNaN {
        counts.nan += 1
      } else if number > 0 {
        counts.positive += 1
      } else {
        counts.negative += 1
      }
    }
    for (count, number) in [
      (counts.nan, Double.nan), (counts.positive, .infinity), (counts.negative, -.infinity),
    ] where count > 0 {
      let mark = PlotMark.text(of: number, ascii: wording.ascii)
      notes.append("\(mark) \(wording.numbers.text(number)): \(wording.plural(count, "value")).")
    }
    return notes
  }
}
