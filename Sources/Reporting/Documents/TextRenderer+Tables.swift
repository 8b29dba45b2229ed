extension TextRenderer {
  /// A table's lines: columns two spaces apart, and everything in them shown.
  ///
  /// A table wider than the page has its last columns wrapped; where that would leave them too
  /// narrow to read, they continue on lines below, still lined up with each other.
  func lines(of table: Table) -> [StyledText] {
    let rows = table.rows.map { $0.map(prepared) }
    let columns = (0..<(rows.map(\.count).max() ?? 0)).map { index in
      Column(
        alignment: index < table.alignments.count ? table.alignments[index] : .left,
        cells: rows.lazy.filter { index < $0.count }.map { $0[index] })
    }
    let bands = bands(of: columns, indent: allowedIndent(table.indent))
    return rows.flatMap { row in bands.flatMap { $0.lines(of: row) } }
  }

  /// The columns as one band if they fit the page, else as several bands, one below the other.
  private func bands(of columns: [Column], indent: Int) -> [Band] {
    var whole = Band(first: 0, columns: columns, indent: indent)
    for index in columns.indices.reversed() where whole.width > width {
      let readable = max(columns[index].narrowest, width / 3)
      whole.columns[index].width = min(
        columns[index].width, max(readable, columns[index].width - (whole.width - width)))
    }
    if whole.width <= width { return [whole] }

    var bands: [Band] = []
    for (index, column) in columns.enumerated() {
      var column = column
      let ownIndent = bands.isEmpty ? indent : allowedIndent(indent + 4)
      column.width = max(column.narrowest, min(column.width, width - ownIndent))
      if let last = bands.last, last.width + 2 + column.width <= width {
        bands[bands.count - 1].columns.append(column)
      } else {
        bands.append(Band(first: index, columns: [column], indent: ownIndent))
      }
    }
    return bands
  }
}

/// What a table needs to know of a column before it writes a cell.
private struct Column {
  var alignment: Table.Alignment
  /// The columns of the page it has; at first as many as its widest cell.
  var width: Int
  /// The width below which a word would stick out; a column of numbers is never wrapped.
  var narrowest: Int

  init(alignment: Table.Alignment, cells: some Sequence<[StyledText]>) {
    self.alignment = alignment
    width = 0
    narrowest = 0
    for line in cells.joined() {
      width = max(width, line.displayWidth)
      narrowest = max(narrowest, alignment == .left ? line.widestWord : line.displayWidth)
    }
  }
}

/// The neighbouring columns of a table that stand side by side.
private struct Band {
  var first: Int
  var columns: [Column]
  var indent: Int

  var width: Int {
    indent + columns.reduce(0) { $0 + $1.width } + 2 * max(columns.count - 1, 0)
  }

  /// One row's part in this band; a part below the first is left out where the row has nothing.
  func lines(of row: [[StyledText]]) -> [StyledText] {
    let cells = columns.enumerated().map { index, column in
      first + index < row.count
        ? row[first + index].flatMap { $0.wrapped(to: column.width, hanging: 0) } : []
    }
    if first > 0, cells.joined().allSatisfy(\.spans.isEmpty) { return [] }
    return (0..<max(cells.map(\.count).max() ?? 0, 1)).map { number in
      var line = StyledText().indented(by: indent)
      for (column, cell) in zip(columns, cells) {
        let text = number < cell.count ? cell[number] : StyledText()
        let padding = StyledText().indented(by: column.width - text.displayWidth)
        line += column.alignment == .right ? padding + text : text + padding
        line.add("  ")
      }
      return line
    }
  }
}
