import Reporting

/// The axes around the drawing area of a plot, with their numbers.
struct PlotFrame {
  /// The columns of the drawing area.
  let width: Int
  /// The rows of the drawing area.
  let height: Int
  /// The dots of a cell, from left to right and from top to bottom.
  private let dots: (across: Int, down: Int)
  private let x: PlotScale
  private let y: PlotScale
  private let xTicks: PlotTicks
  private let yTicks: PlotTicks?
  /// The columns left of the drawing area, the axis among them.
  private let gutter: Int

  /// Axes that take up a whole page of that width.
  ///
  /// The numbers beside the vertical axis are left out where they would leave no room to draw. Where
  /// `isEven`, there may be some rows more or fewer, so that these numbers are equally far apart.
  init(
    x: PlotScale, y: PlotScale, isWhole: Bool, pageWidth: Int, height: Int,
    dots: (across: Int, down: Int) = (1, 1), isEven: Bool = false
  ) {
    let ticks = PlotTicks(y, atMost: PlotFrame.verticalTickCount(height))
    (self.x, self.y, self.dots) = (x, y, dots)
    self.height =
      isEven ? PlotFrame.height(near: height, for: ticks, on: y, dots.down) : height
    let room = ticks.labels.map(\.utf8.count).max() ?? 0
    let hasRoom = pageWidth - room - 2 >= max(8, pageWidth / 3)
    gutter = hasRoom ? room + 2 : 1
    let width = max(pageWidth - gutter, 2)
    self.width = width
    yTicks = hasRoom ? ticks : nil
    let choices = (2...min(max(3, width / 8), 20)).reversed().lazy.map {
      PlotTicks(x, atMost: $0, isWhole: isWhole)
    }
    let ends = PlotTicks(endsOf: x)
    func fits(_ ticks: PlotTicks) -> Bool {
      PlotFrame.starts(of: ticks, on: x, width: width) != nil
    }
    xTicks =
      choices.first { $0.numbers.count > 1 && fits($0) }
      ?? (fits(ends) && !(isWhole && ends.labels.contains { $0.contains(".") }) ? ends : nil)
      ?? PlotTicks(x, atMost: 2, isWhole: isWhole)
  }

  /// The dot of a point, counted from the left and from the top.
  func dot(_ x: Double, _ y: Double) -> (column: Int, row: Int) {
    let rows = height * dots.down
    return (
      self.x.place(of: x, among: width * dots.across), rows - 1 - self.y.place(of: y, among: rows)
    )
  }

  /// The height nearest to the one that is wanted at which the rows of the ticks are equally far
  /// apart; that one if there is none.
  private static func height(near height: Int, for ticks: PlotTicks, on y: PlotScale, _ down: Int)
    -> Int
  {
    let candidates = (0...height / 4).flatMap { [height - $0, height + $0] }
    let even = candidates.first { height in
      let rows = ticks.numbers.map { y.place(of: $0, among: height * down) / down }
      return Set(zip(rows, rows.dropFirst()).map { $1 - $0 }).count < 2
    }
    return even ?? height
  }

  /// How many numbers stand beside a vertical axis of so many rows.
  static func verticalTickCount(_ height: Int) -> Int { min(max(3, height / 2 + 1), 20) }

  /// A sentence with the ends of each axis whose numbers found no room; nil if both did.
  func missingNumbers(_ numbers: NumberStyle) -> String? {
    let axes = [
      yTicks == nil ? ("vertical", y) : nil,
      PlotFrame.starts(of: xTicks, on: x, width: width) == nil ? ("horizontal", x) : nil,
    ].compactMap(\.self)
    guard !axes.isEmpty else { return nil }
    let parts = axes.map { name, scale in
      let (low, high) = (scale.number(at: 0), scale.number(at: 1))
      let style = numbers.tellingApart(low, high)
      return "The \(name) axis goes from \(style.text(low)) to \(style.text(high))."
    }
    return parts.joined(separator: " ")
  }

  /// The lines of the drawing area with the axes around them, and the names of the axes.
  func document(_ area: [StyledText], xLabel: String, yLabel: String) -> Document {
    var document = Document()
    if !yLabel.isEmpty {
      document.add(StyledText(yLabel, .muted))
    }
    var labels = [Int: String]()
    for (number, label) in zip(yTicks?.numbers ?? [], yTicks?.labels ?? []) {
      labels[dot(x.number(at: 0), number).row / dots.down] = label
    }
    for (row, line) in area.enumerated() {
      let label = labels[row] ?? ""
      let space = String(repeating: " ", count: max(0, gutter - 2 - label.utf8.count))
      var text = StyledText(space + label, .number)
      text.add((gutter > 1 ? " " : "") + (label.isEmpty ? "│" : "┤"), .muted)
      document.add(text + line)
    }
    addHorizontalAxis(to: &document)
    if !xLabel.isEmpty {
      let middle = gutter + width / 2 - xLabel.displayWidth / 2
      document.add(StyledText(String(repeating: " ", count: max(0, middle)) + xLabel, .muted))
    }
    return document
  }

  private func addHorizontalAxis(to document: inout Document) {
    let starts = PlotFrame.starts(of: xTicks, on: x, width: width)
    var axis = Array(repeating: Character("─"), count: width)
    if starts != nil {
      for number in xTicks.numbers {
        axis[x.place(of: number, among: width * dots.across) / dots.across] = "┬"
      }
    }
    let margin = String(repeating: " ", count: gutter - 1)
    document.add(StyledText(margin + "└" + String(axis), .muted))
    guard let starts else { return }
    var line = ""
    for (start, label) in zip(starts, xTicks.labels) {
      line += String(repeating: " ", count: max(0, gutter + start - line.utf8.count)) + label
    }
    document.add(StyledText(line, .number))
  }

  /// The column of the drawing area at which each label begins; nil if they do not fit.
  private static func starts(of ticks: PlotTicks, on scale: PlotScale, width: Int) -> [Int]? {
    var starts: [Int] = []
    var end = -2
    for (number, label) in zip(ticks.numbers, ticks.labels) {
      let size = label.utf8.count
      let middle = scale.place(of: number, among: width) - size / 2
      let start = max(0, min(middle, width - size))
      guard start >= end + 2, size <= width else { return nil }
      starts.append(start)
      end = start + size
    }
    return starts
  }
}
