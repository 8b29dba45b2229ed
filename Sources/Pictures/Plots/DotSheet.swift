import Reporting

/// A sheet of dots on which the series of a plot are drawn, several dots to a terminal cell.
///
/// With Unicode a cell is a Braille character of two by four dots, else it is one dot, and shows
/// the mark of its series. Where series lie on each other, they take turns from column to column.
struct DotSheet {
  private struct Cell {
    var dots: UInt8 = 0
    /// The series that pass here, in the order of their drawing.
    var series: [Int] = []
    var mark: Int?
  }

  private let width: Int
  private let height: Int
  private let ascii: Bool
  private var cells: [Cell]

  /// An empty sheet of so many terminal cells.
  init(width: Int, height: Int, ascii: Bool) {
    (self.width, self.height, self.ascii) = (width, height, ascii)
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// The dots of a cell, from left to right and from top to bottom.
  static func dots(ascii: Bool) -> (across: Int, down: Int) { ascii ? (1, 1) : (2, 4) }

  /// The dots of the sheet from left to right.
  var columns: Int { width * DotSheet.dots(ascii: ascii).across }
  private var rows: Int { height * DotSheet.dots(ascii: ascii).down }

  /// Draws a straight line of dots.
  mutating func draw(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int), series: Int
  ) {
    let (width, height) = (end.column - start.column, end.row - start.row)
    let length = max(abs(width), abs(height), 1)
    for index in 0...length {
      let part = Double(index) / Double(length)
      dot(
        start.column + Int((Double(width) * part).rounded()),
        start.row + Int((Double(height) * part).rounded()), series: series)
    }
  }

  /// Puts the mark of a series where a dot is, instead of Braille.
  mutating func mark(_ place: (column: Int, row: Int), series: Int) {
    guard let cell = cell(place.column, place.row) else { return }
    cells[cell].mark = series
  }

  /// The sheet, row by row.
  var lines: [StyledText] {
    (0..<height).map { row in
      var line = StyledText()
      for column in 0..<width {
        let (text, style) = appearance(of: cells[row * width + column], in: column)
        if line.spans.last?.style == style {
          line.spans[line.spans.count - 1].text += text
        } else {
          line.add(text, style)
        }
      }
      return line
    }
  }

  private func appearance(of cell: Cell, in column: Int) -> (String, StyledText.Style) {
    if let mark = cell.mark { return (PlotMark.text(mark, ascii: ascii), .series(mark)) }
    guard !cell.series.isEmpty else { return (" ", .plain) }
    let series = cell.series[column % cell.series.count]
    if ascii { return (PlotMark.text(series, ascii: true), .series(series)) }
    // The Braille characters stand in the order of their dots, taken as bits.
    let braille = Unicode.Scalar(0x2800 + UInt32(cell.dots)) ?? " "
    return (String(braille), .series(series))
  }

  private mutating func dot(_ column: Int, _ row: Int, series: Int) {
    guard let cell = cell(column, row) else { return }
    cells[cell].dots |= DotSheet.bits[row % 4][column % 2]
    if !cells[cell].series.contains(series) { cells[cell].series.append(series) }
  }

  private func cell(_ column: Int, _ row: Int) -> Int? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    return ascii ? row * width + column : row / 4 * width + column / 2
  }

  /// The bit of each dot of a Braille character, row by row.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
