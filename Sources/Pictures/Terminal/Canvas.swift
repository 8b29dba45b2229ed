import Reporting

/// A sheet of terminal cells on which lines join by themselves and text covers lines.
struct Canvas {
  /// The ways a line can leave a cell; a cell's character follows from the ways together.
  private struct Ways: OptionSet {
    let rawValue: UInt8
    static let up = Ways(rawValue: 1)
    static let down = Ways(rawValue: 2)
    static let left = Ways(rawValue: 4)
    static let right = Ways(rawValue: 8)
  }

  private struct Cell {
    var ways = Ways()
    /// The line drawn here first.
    var line: Int?
    /// Whether another line passes here too, without touching the first.
    var isCrossing = false
    var hasSquareCorner = false
    /// What is written here; empty in the second column of a wide character.
    var text: String?
    var style = StyledText.Style.muted
  }

  private var cells: [[Cell]]

  /// An empty sheet.
  init(width: Int, height: Int) {
    cells = Array(repeating: Array(repeating: Cell(), count: width), count: height)
  }

  /// Draws a straight piece of a line from the middle of one cell to that of another.
  ///
  /// Pieces of one line join, and pieces of different lines cross.
  mutating func draw(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), line: Int? = nil
  ) {
    if start.y == end.y {
      for x in min(start.x, end.x)..<max(start.x, end.x) {
        join(x, start.y, .right, line)
        join(x + 1, start.y, .left, line)
      }
    } else {
      for y in min(start.y, end.y)..<max(start.y, end.y) {
        join(start.x, y, .down, line)
        join(start.x, y + 1, .up, line)
      }
    }
  }

  /// Draws the border of a box.
  mutating func drawBox(x: Int, y: Int, width: Int, height: Int, hasSquareCorners: Bool) {
    let (right, bottom) = (x + width - 1, y + height - 1)
    draw(from: (x, y), to: (right, y))
    draw(from: (x, bottom), to: (right, bottom))
    draw(from: (x, y), to: (x, bottom))
    draw(from: (right, y), to: (right, bottom))
    for (column, row) in [(x, y), (right, y), (x, bottom), (right, bottom)] {
      cells[row][column].hasSquareCorner = hasSquareCorners
    }
  }

  /// Writes a text; what would reach beyond the sheet is not written.
  mutating func write(_ text: StyledText, x: Int, y: Int) {
    var column = x
    for span in text.spans {
      for scalar in span.text.unicodeScalars {
        let width = scalar.displayWidth
        if width == 0, column > 0, cells[y].indices.contains(column - 1) {
          cells[y][column - 1].text?.unicodeScalars.append(scalar)
          continue
        }
        for offset in 0..<width where cells[y].indices.contains(column + offset) {
          cells[y][column + offset].text = offset == 0 ? String(scalar) : ""
          cells[y][column + offset].style = span.style
        }
        column += width
      }
    }
  }

  /// The sheet, row by row, without spaces at the ends.
  var lines: [StyledText] {
    cells.map { row in
      var line = StyledText()
      let end = row.lastIndex { $0.text ?? " " != " " || !$0.ways.isEmpty } ?? -1
      var run = ""
      var style = StyledText.Style.plain
      for cell in row[...end] {
        let isEmpty = cell.text == nil && cell.ways.isEmpty
        if !isEmpty, cell.style != style {
          line.add(run, style)
          (run, style) = ("", cell.style)
        }
        run += cell.text ?? Canvas.character(of: cell)
      }
      line.add(run, style)
      return line
    }
  }

  private mutating func join(_ x: Int, _ y: Int, _ way: Ways, _ line: Int?) {
    guard cells.indices.contains(y), cells[y].indices.contains(x) else { return }
    cells[y][x].ways.insert(way)
    if let line {
      if let first = cells[y][x].line, first != line { cells[y][x].isCrossing = true }
      cells[y][x].line = cells[y][x].line ?? line
    }
  }

  private static func character(of cell: Cell) -> String {
    switch cell.ways {
    case []: " "
    case .up, .down, [.up, .down]: "│"
    case .left, .right, [.left, .right]: "─"
    case [.up, .left]: cell.hasSquareCorner ? "┘" : "╯"
    case [.down, .left]: cell.hasSquareCorner ? "┐" : "╮"
    case [.up, .right]: cell.hasSquareCorner ? "└" : "╰"
    case [.down, .right]: cell.hasSquareCorner ? "┌" : "╭"
    case [.up, .down, .left]: "┤"
    case [.up, .down, .right]: "├"
    case [.up, .left, .right]: "┴"
    case [.down, .left, .right]: "┬"
    // Where lines cross, one is interrupted, so that they cannot be taken for joined.
    default: cell.isCrossing ? "│" : "┼"
    }
  }
}
