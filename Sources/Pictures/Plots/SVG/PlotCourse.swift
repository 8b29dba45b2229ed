/// A curve in pixels, with no more points than can be told apart.
struct PlotCourse {
  /// The points, as far as they are drawn.
  private(set) var places: [(x: Double, y: Double)] = []
  /// The points that are joined to no other.
  private(set) var lonely: [(x: Double, y: Double)] = []
  /// The curve as the data of a path, with a gap wherever a number is not finite.
  private(set) var path = ""

  /// Draws a curve; of the points in one column of pixels only the first, the lowest, the highest
  /// and the last are kept, in their order.
  init(_ series: LinePlot.Series, _ axes: PlotAxes) {
    var run: [(x: Double, y: Double)] = []
    for (x, y) in zip(series.x, series.y) {
      if x.isFinite, y.isFinite {
        run.append(axes.place(x, y))
      } else {
        add(run)
        run = []
      }
    }
    add(run)
  }

  private mutating func add(_ run: [(x: Double, y: Double)]) {
    guard !run.isEmpty else { return }
    let kept = PlotCourse.thinned(run)
    places += kept
    guard run.count > 1 else {
      lonely += kept
      return
    }
    for (index, place) in kept.enumerated() {
      path += "\(index == 0 ? "M" : "L")\(PlotSheet.text(place.x)) \(PlotSheet.text(place.y))"
    }
  }

  private static func thinned(_ run: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    var start = 0
    while start < run.count {
      var end = start + 1
      while end < run.count, run[end].x.rounded(.down) == run[start].x.rounded(.down) { end += 1 }
      let low = (start..<end).min { run[$0].y < run[$1].y } ?? start
      let high = (start..<end).max { run[$0].y < run[$1].y } ?? start
      for index in Set([start, low, high, end - 1]).sorted() { kept.append(run[index]) }
      start = end
    }
    return kept
  }

  /// Some of the points, far from each other, and elsewhere for each curve.
  func spaced(_ index: Int, among count: Int) -> [(x: Double, y: Double)] {
    let distance = 90.0
    var next = (places.first?.x ?? 0) + distance * (Double(index) + 0.5) / Double(count)
    var chosen: [(x: Double, y: Double)] = []
    for place in places where place.x >= next {
      chosen.append(place)
      while next <= place.x { next += distance }
    }
    return chosen.isEmpty ? Array(places.prefix(1)) : chosen
  }
}
