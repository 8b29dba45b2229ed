import Reporting

extension HeatMap {
  /// The matrix as SVG: standalone, or for a page that has `PictureStyle.sheet` among its styles.
  ///
  /// Each number is a square whose area grows with its magnitude: filled if it is positive, hollow
  /// if it is negative; after G. Hinton's diagrams of weights.
  public func svg(name: String = "plot", isForPage: Bool = false, digits: Int = 3) -> String {
    let wording = Wording(numbers: NumberStyle(digits: digits))
    var sheet = PlotSheet()
    if !title.isEmpty { sheet.addLines(title, class: "title") }
    let finite = values.joined().filter(\.isFinite)
    let greatest = finite.map(abs).max() ?? 0
    let blocks = HeatBlocks(values, atMostRows: 40, columns: 60)
    var sentences = [summary(finite, wording)]
    if let columns = blocks.cells.first?.count, columns > 0 {
      draw(blocks, greatest, columns, wording, on: &sheet)
      var items: [PlotSheet.Item] = []
      if finite.contains(where: { $0 > 0 }) { items.append(item(0, "positive")) }
      if finite.contains(where: { $0 < 0 }) { items.append(item(1, "negative")) }
      sheet.addLegend(items)
      let words = "The largest square is \(wording.numbers.text(greatest)) in magnitude."
      if greatest > 0 { sheet.addLines(words, class: "muted") }
    }
    let notes = notes(blocks, wording)
    sentences += notes
    for note in notes { sheet.addLines(note, class: "muted") }
    return sheet.svg(
      title: title.isEmpty ? "A matrix" : title, description: sentences.joined(separator: " "),
      name: name, isForPage: isForPage)
  }

  private func draw(
    _ blocks: HeatBlocks, _ greatest: Double, _ columns: Int, _ wording: Wording,
    on sheet: inout PlotSheet
  ) {
    let rowLabel = SVGStyle.width(String(values.count).utf8.count) + 8
    let left = PlotSheet.margin + rowLabel
    let cell = min(72, (PlotSheet.width - left - PlotSheet.margin) / columns)
    let widest = blocks.cells.joined().map { wording.numbers.text($0 ?? 0).utf8.count }.max() ?? 0
    let hasNumbers = SVGStyle.width(widest) + 6 <= cell && cell >= 40
    let size = hasNumbers ? 30 : cell
    let height = hasNumbers ? 52 : cell
    let top = sheet.reserve(SVGStyle.lineHeight + height * blocks.cells.count + 12)
    let every = max(
      1, (SVGStyle.width(String(columns * blocks.size.columns).utf8.count) + 8) / cell + 1)
    for column in stride(from: 0, to: columns, by: every) {
      sheet.add(
        String(column * blocks.size.columns + 1), x: left + column * cell + cell / 2, y: top + 12,
        anchor: "middle", class: "muted")
    }
    let rows = max(1, SVGStyle.lineHeight / max(height, 1) + (height < SVGStyle.lineHeight ? 1 : 0))
    for (row, line) in blocks.cells.enumerated() {
      let y = top + SVGStyle.lineHeight + row * height
      if row % rows == 0 {
        sheet.add(
          String(row * blocks.size.rows + 1), x: left - 6, y: y + size / 2 + 4, anchor: "end",
          class: "muted")
      }
      for (column, number) in line.enumerated() {
        guard let number else { continue }
        let x = left + column * cell
        draw(number, greatest, x: x + cell / 2, y: y + size / 2, size: size, on: &sheet)
        if hasNumbers {
          sheet.add(
            wording.numbers.text(number), x: x + cell / 2, y: y + size + 12, anchor: "middle")
        }
      }
    }
  }

  /// A square around a place; a sign for what is no number.
  private func draw(
    _ number: Double, _ greatest: Double, x: Int, y: Int, size: Int, on sheet: inout PlotSheet
  ) {
    guard number.isFinite else {
      return sheet.add(PlotMark.text(of: number, ascii: false), x: x, y: y + 4, anchor: "middle")
    }
    let share = greatest > 0 ? (abs(number) / greatest).squareRoot() : 0
    let side = max(1, (Double(size) - 3) * share)
    let corner = (PlotSheet.text(Double(x) - side / 2), PlotSheet.text(Double(y) - side / 2))
    sheet.add(
      "<rect class=\"mark \(number < 0 ? "s1 hollow" : "s0 full")\" x=\"\(corner.0)\" "
        + "y=\"\(corner.1)\" width=\"\(PlotSheet.text(side))\" height=\"\(PlotSheet.text(side))\"/>"
    )
  }

  private func item(_ series: Int, _ words: String) -> PlotSheet.Item {
    PlotSheet.Item(
      sample: { x, y in
        "<rect class=\"mark s\(series) \(series == 1 ? "hollow" : "full")\" x=\"\(x + 8)\" "
          + "y=\"\(y - 6)\" width=\"12\" height=\"12\"/>"
      }, words: words)
  }

  private func summary(_ finite: [Double], _ wording: Wording) -> String {
    let rows = wording.plural(values.count, "row")
    let columns = wording.plural(values.map(\.count).max() ?? 0, "column")
    guard let least = finite.min(), let greatest = finite.max() else {
      return "\(rows), \(columns)."
    }
    return "\(rows), \(columns), numbers from \(wording.numbers.text(least)) "
      + "to \(wording.numbers.text(greatest))."
  }
}
