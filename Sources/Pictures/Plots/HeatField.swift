import Reporting

/// The cells of a heat map with the indices of their rows and columns.
struct HeatField {
  let blocks: HeatBlocks
  /// The columns of shade in one cell.
  let shadeColumns: Int
  /// The field, row by row, the indices of the columns first.
  let lines: [StyledText]

  /// The most telling field that fits the page: with numbers, of square cells, or of narrow ones.
  init(_ values: [[Double]], _ shade: HeatShade, _ wording: Wording, width: Int, height: Int) {
    let margin = String(values.count).utf8.count + 1
    let columnCount = values.map(\.count).max() ?? 0
    let room = max(width - margin, 1)
    let digits = values.count <= height ? HeatField.numberWidth(values, wording, room) : nil
    let cell: (shade: Int, number: Int)
    if let digits {
      cell = (2, digits + 1)
    } else {
      cell = (2 * columnCount <= room ? 2 : 1, 0)
    }
    let gap = digits == nil ? 0 : 2
    let pitch = cell.shade + cell.number + gap
    let blocks = HeatBlocks(values, atMostRows: height, columns: (room + gap) / pitch)
    var lines = [HeatField.header(blocks, columnCount, margin: margin, pitch: pitch, gap: gap)]
    for (index, row) in blocks.cells.enumerated() {
      let label = String(index * blocks.size.rows + 1)
      var line = StyledText(HeatField.padded(label, margin - 1) + " ", .muted)
      for (column, number) in row.enumerated() {
        line.add(String(repeating: " ", count: column == 0 ? 0 : gap))
        guard let number else {
          line.add(String(repeating: " ", count: pitch - gap))
          continue
        }
        for _ in 0..<cell.shade { line += shade.text(of: number) }
        if cell.number > 0 {
          line.add(HeatField.padded(wording.numbers.text(number), cell.number), .number)
        }
      }
      lines.append(line)
    }
    (self.blocks, self.lines, shadeColumns) = (blocks, lines, cell.shade)
  }

  /// The columns of the widest number, if all numbers of a row fit beside their shades.
  private static func numberWidth(_ values: [[Double]], _ wording: Wording, _ room: Int) -> Int? {
    let columns = values.map(\.count).max() ?? 0
    guard columns <= room / 6 + 1 else { return nil }
    let widest = values.joined().map { wording.numbers.text($0).utf8.count }.max() ?? 0
    return columns * (2 + 1 + widest + 2) - 2 <= room ? widest : nil
  }

  /// The index of the first column of every cell that has room for it.
  private static func header(
    _ blocks: HeatBlocks, _ columnCount: Int, margin: Int, pitch: Int, gap: Int
  ) -> StyledText {
    let count = blocks.cells.first?.count ?? 0
    let widest = String(columnCount).utf8.count + 1
    let every = widest <= pitch ? 1 : widest <= 5 * pitch ? 5 : 10
    var line = ""
    for cell in 0..<count where cell == 0 || (cell + 1) % every == 0 {
      let label = String(cell * blocks.size.columns + 1)
      let end = margin + (cell + 1) * pitch - gap
      let start = every == 1 ? end - label.utf8.count : margin + cell * pitch
      guard start >= line.utf8.count + (line.isEmpty ? 0 : 1) else { continue }
      guard start + label.utf8.count <= margin + count * pitch else { continue }
      line += padded(label, start + label.utf8.count - line.utf8.count)
    }
    return StyledText(line, .muted)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
