/// One curve of a line plot on a sheet of dots.
struct Curve {
  private let index: Int
  /// Where the last of its points is, in each column of dots that has one.
  private var rows: [Int?]
  /// The dots of points that are joined to no other.
  private var lonely: [(column: Int, row: Int)] = []

  /// Draws a curve, with a gap wherever a number is not finite.
  ///
  /// Points that share a column of dots with the one before lengthen an upright line; so a curve of
  /// any number of points costs one look at each, and no spike is lost. Points that are not to be
  /// joined are marks.
  init(_ series: LinePlot.Series, index: Int, _ frame: PlotFrame, on sheet: inout DotSheet) {
    self.index = index
    rows = Array(repeating: nil, count: sheet.columns)
    guard series.isJoined else {
      for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
        let dot = frame.dot(x, y)
        sheet.draw(from: dot, to: dot, series: index)
        lonely.append(dot)
      }
      return
    }
    var last: (column: Int, row: Int)?
    var isJoined = false
    for (x, y) in zip(series.x, series.y) {
      guard x.isFinite, y.isFinite else {
        if let last, !isJoined { lonely.append(last) }
        (last, isJoined) = (nil, false)
        continue
      }
      let dot = frame.dot(x, y)
      if let start = last {
        if start == dot { continue }
        isJoined = true
      }
      sheet.draw(from: last ?? dot, to: dot, series: index)
      rows[dot.column] = dot.row
      last = dot
    }
    if let last, !isJoined { lonely.append(last) }
  }

  /// Puts the curve's mark where it can be seen: on lonely points, and if there are several curves
  /// on the points nearest to columns at regular distances, other ones for each curve.
  func drawMarks(among count: Int, every distance: Int, on sheet: inout DotSheet) {
    for dot in lonely { sheet.mark(dot, series: index) }
    guard count > 1 else { return }
    let first = distance * (2 * index + 1) / (2 * count)
    for column in stride(from: first, to: sheet.columns, by: distance) {
      let near = (0...distance).lazy.flatMap { [column - $0, column + $0] }
      guard let place = near.first(where: { rows.indices.contains($0) && rows[$0] != nil }),
        let row = rows[place]
      else { continue }
      sheet.mark((place, row), series: index)
    }
  }
}
