import Reporting

/// The mark of a point over a map: its class, or how its number stands to the map's at that place.
enum RegionMark: Hashable, Comparable {
  case ofClass(Int)
  /// Its number is in the band that the map has there.
  case within
  case above
  case below
  /// It has neither a class nor a number that can be compared.
  case plain

  /// The mark of a point.
  init(_ point: RegionPlot.Point, _ plot: RegionPlot, _ bands: RegionBands) {
    if let index = point.classIndex {
      self = .ofClass(index)
    } else if let band = point.value.flatMap(bands.band), let there = plot.band(at: point, bands) {
      self = band == there ? .within : band > there ? .above : .below
    } else {
      self = .plain
    }
  }

  /// What the legend says.
  func words(_ plot: RegionPlot, _ wording: Wording) -> String {
    switch self {
    case .ofClass(let index): RegionBands.className(index, plot, wording)
    case .within: "target in its band"
    case .above: "target above it"
    case .below: "target below it"
    case .plain: "data"
    }
  }

  /// The mark in a terminal.
  func text(ascii: Bool) -> StyledText {
    switch self {
    case .ofClass(let index): StyledText(PlotMark.text(index, ascii: ascii), .series(index))
    case .within: StyledText(PlotMark.text(0, ascii: ascii), .series(1))
    case .above: StyledText(PlotMark.text(of: .infinity, ascii: ascii), .series(1))
    case .below: StyledText(PlotMark.text(of: -.infinity, ascii: ascii), .series(1))
    case .plain: StyledText(PlotMark.text(1, ascii: ascii), .series(1))
    }
  }

  /// The mark as SVG, around a place.
  func markup(x: Double, y: Double) -> String {
    switch self {
    case .ofClass(let index): PlotSVGMark.markup(index, x: x, y: y)
    case .within: PlotSVGMark.markup(0, x: x, y: y)
    case .above: PlotSVGMark.triangle("mark s1 full", x: x, y: y, pointsUp: true)
    case .below: PlotSVGMark.triangle("mark s1 full", x: x, y: y, pointsUp: false)
    case .plain: PlotSVGMark.markup(1, x: x, y: y)
    }
  }
}

extension RegionPlot {
  /// The band of the sample nearest to a point.
  fileprivate func band(at point: Point, _ bands: RegionBands) -> Int? {
    guard !values.isEmpty else { return nil }
    let line = values[
      PlotScale(from: y.lowerBound, to: y.upperBound)
        .place(of: point.y, among: values.count)]
    guard !line.isEmpty else { return nil }
    return bands.band(
      of: line[
        PlotScale(from: x.lowerBound, to: x.upperBound).place(of: point.x, among: line.count)])
  }
}
