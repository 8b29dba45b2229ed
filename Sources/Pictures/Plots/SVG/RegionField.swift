/// The coloured field of a map as SVG: its samples in bands, and the lines between them.
struct RegionField {
  private let bands: [[Int?]]
  private let count: Int
  private let frame: PlotSheet.Frame
  private let name: String
  private let isOfClasses: Bool

  init(
    _ values: [[Double]], _ bands: RegionBands, _ frame: PlotSheet.Frame, name: String,
    regions: RegionPlot.Regions
  ) {
    self.bands = values.map { $0.map(bands.band) }
    count = bands.count
    self.frame = frame
    self.name = name
    if case .classes = regions { isOfClasses = true } else { isOfClasses = false }
  }

  /// The field.
  var markup: String {
    var parts = isOfClasses || hasUndefined ? [hatching] : []
    for band in [nil] + (0..<count).map(Optional.some) {
      let path = runs(of: band)
      if !path.isEmpty { parts.append("<path \(look(of: band)) d=\"\(path)\"/>") }
    }
    let edges = self.edges
    if !edges.isEmpty { parts.append("<path class=\"edge\" d=\"\(edges)\"/>") }
    return parts.joined(separator: "\n")
  }

  /// A piece of a band for the legend.
  func sample(_ band: Int?, x: Int, y: Int) -> String {
    "<rect \(look(of: band)) x=\"\(x)\" y=\"\(y - 8)\" width=\"28\" height=\"15\"/>"
      + "<rect class=\"axis\" x=\"\(x)\" y=\"\(y - 8)\" width=\"28\" height=\"15\"/>"
  }

  /// Whether some samples are in no band.
  var hasUndefined: Bool { bands.joined().contains(nil) }

  private func look(of band: Int?) -> String {
    guard let band else { return "fill=\"url(#\(name)-undefined)\"" }
    if isOfClasses {
      return "fill=\"url(#\(name)-hatch-\(band % RegionField.hatches.count))\""
    }
    let shade = count > 1 ? band * 80 / (count - 1) : 0
    return "class=\"level\" fill-opacity=\"0.\(shade < 10 ? "0" : "")\(shade)\""
  }

  /// What the classes are hatched with, in squares of 8 by 8: dots, and lines of all directions.
  private static let hatches = [
    "M3 4h2", "M0 8L8 0", "M0 4H8", "M4 0V8", "M0 0L8 8", "M0 4H8M4 0V8", "M0 2H8M0 6H8",
    "M2 0V8M6 0V8", "M0 8L8 0M0 0L8 8", "M1 2h2M5 6h2", "M0 4H4M4 0V4", "M0 4L4 0M4 8L8 4",
  ]

  /// A pattern for each class, and crosses for what is undefined.
  private var hatching: String {
    var patterns: [String] = []
    if hasUndefined { patterns.append(pattern("undefined", "axis", "M2 2L6 6M6 2L2 6")) }
    if isOfClasses {
      for (index, lines) in RegionField.hatches.prefix(count).enumerated() {
        patterns.append(pattern("hatch-\(index)", "hatch s\(index % 6)", lines))
      }
    }
    return "<defs>\(patterns.joined())</defs>"
  }

  private func pattern(_ suffix: String, _ style: String, _ lines: String) -> String {
    "<pattern id=\"\(name)-\(suffix)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      + "<path class=\"\(style)\" d=\"\(lines)\"/></pattern>"
  }

  /// The samples of a band as rectangles, neighbours in a row joined.
  private func runs(of band: Int?) -> String {
    var path = ""
    for (row, line) in bands.enumerated() {
      var column = 0
      while column < line.count {
        guard line[column] == band else {
          column += 1
          continue
        }
        var end = column
        while end < line.count, line[end] == band { end += 1 }
        let (left, right) = (x(column, line.count), x(end, line.count))
        path += "M\(left) \(y(row + 1))H\(right)V\(y(row))H\(left)z"
        column = end
      }
    }
    return path
  }

  /// The lines between samples of different bands.
  private var edges: String {
    var path = ""
    for (row, line) in bands.enumerated() {
      for column in line.indices.dropFirst() where line[column] != line[column - 1] {
        path += "M\(x(column, line.count)) \(y(row + 1))V\(y(row))"
      }
      guard row > 0, bands[row - 1].count == line.count else { continue }
      let below = bands[row - 1]
      var column = 0
      while column < line.count {
        guard line[column] != below[column] else {
          column += 1
          continue
        }
        let start = column
        while column < line.count, line[column] != below[column] { column += 1 }
        path += "M\(x(start, line.count)) \(y(row))H\(x(column, line.count))"
      }
    }
    return path
  }

  private func x(_ column: Int, _ columns: Int) -> String {
    PlotSheet.text(Double(frame.x) + Double(frame.width) * RegionField.edge(column, of: columns))
  }

  /// The lower edge of a row; the lowest row comes first.
  private func y(_ row: Int) -> String {
    let share = 1 - RegionField.edge(row, of: bands.count)
    return PlotSheet.text(Double(frame.y) + Double(frame.height) * share)
  }

  /// Where a sample begins: half way from the one before, the first of them at the very end.
  private static func edge(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return Double(index) }
    return min(max((Double(index) - 0.5) / Double(count - 1), 0), 1)
  }
}
