/// A matrix reduced to what fits a page, each cell standing for a block of numbers.
struct HeatBlocks {
  /// The rows and columns of one block.
  let size: (rows: Int, columns: Int)
  /// The number shown for each block; nil where the matrix has none.
  let cells: [[Double?]]

  /// The matrix in at most so many rows and columns.
  ///
  /// A block is shown by its number of greatest magnitude, so that no large weight disappears; one
  /// that is not a number comes before all others.
  init(_ values: [[Double]], atMostRows rows: Int, columns: Int) {
    let columnCount = values.map(\.count).max() ?? 0
    let size = (
      rows: HeatBlocks.extent(values.count, in: rows),
      columns: HeatBlocks.extent(columnCount, in: columns)
    )
    self.size = size
    cells = stride(from: 0, to: values.count, by: size.rows).map { row in
      let band = values[row..<min(row + size.rows, values.count)]
      return stride(from: 0, to: columnCount, by: size.columns).map { column in
        var shown: Double?
        for line in band where column < line.count {
          for number in line[column..<min(column + size.columns, line.count)] {
            shown = HeatBlocks.foremost(shown, number)
          }
        }
        return shown
      }
    }
  }

  private static func foremost(_ first: Double?, _ second: Double) -> Double {
    guard let first, !second.isNaN else { return second }
    return first.isNaN || abs(first) >= abs(second) ? first : second
  }

  private static func extent(_ count: Int, in room: Int) -> Int {
    let room = max(room, 1)
    return max(1, (count + room - 1) / room)
  }
}
