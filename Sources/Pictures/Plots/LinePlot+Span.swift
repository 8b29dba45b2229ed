import Reporting

extension LinePlot {
  /// What the axes of a plot cover.
  struct Span {
    let x: PlotScale
    let y: PlotScale
    /// Whether all points stand at whole numbers from left to right.
    let isWhole: Bool
    /// What is to be said of it below the plot.
    let notes: [String]
  }

  /// What the axes cover, up to `count` ticks upwards; nil if there is nothing to draw.
  ///
  /// From left to right that is all there is, so that it is seen where a curve has no number.
  /// Upwards it is the numbers; on a logarithmic axis the positive ones, with some room below for
  /// the others.
  func span(ticks count: Int, _ wording: Wording) -> Span? {
    let pairs = series.flatMap { zip($0.x, $0.y).filter { $0.0.isFinite } }
    let numbers = pairs.map(\.1).filter(\.isFinite)
    let positive = numbers.filter { $0 > 0 }
    let isLogarithmic = logY && !positive.isEmpty
    guard let left = pairs.map(\.0).min(), let right = pairs.map(\.0).max(),
      let top = numbers.max(), let least = (isLogarithmic ? positive : numbers).min()
    else { return nil }
    var notes: [String] = []
    if logY, !isLogarithmic {
      let words = wording.numbers.text(numbers.min() ?? 0)
      notes.append("The vertical axis is linear, because \(words) has no logarithm.")
    }
    let hasOthers = isLogarithmic && positive.count < numbers.count
    if hasOthers { notes += series.compactMap { withoutLogarithm($0, wording) } }
    let y = PlotScale(
      from: hasOthers ? max(least / 2, .leastNormalMagnitude) : least, to: top,
      isLogarithmic: isLogarithmic)
    return Span(
      x: PlotScale(from: left, to: right), y: y.extendedToTicks(atMost: count),
      isWhole: pairs.allSatisfy { $0.0 == $0.0.rounded() }, notes: notes)
  }

  /// What stands above the vertical axis: its name, and that it is logarithmic.
  func yTitle(_ span: Span) -> String {
    guard span.y.isLogarithmic else { return yLabel }
    return yLabel.isEmpty ? "logarithmic" : "\(yLabel), logarithmic"
  }

  /// A sentence about the numbers of a curve that have no logarithm.
  private func withoutLogarithm(_ series: Series, _ wording: Wording) -> String? {
    let others = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite && $1 <= 0 }
    guard let first = others.first else { return nil }
    let (value, place) = (wording.numbers.text(first.1), place(first.0, wording))
    let name = series.name.isEmpty ? "" : "\(series.name): "
    return others.count == 1
      ? "\(name)\(value) at \(place) has no logarithm; it stands at the lower edge."
      : "\(name)\(others.count) values have no logarithm, the first \(value) at \(place); "
        + "they stand at the lower edge."
  }

  /// Sentences about what cannot be drawn, or is not told by the drawing.
  func notes(_ wording: Wording) -> [String] {
    series.flatMap { series in
      [gap(series, wording), restlessness(series, wording)].compactMap(\.self)
    }
  }

  /// A sentence about the numbers of a curve that cannot be drawn.
  private func gap(_ series: Series, _ wording: Wording) -> String? {
    let gaps = zip(series.x, series.y).filter { !($0.isFinite && $1.isFinite) }
    guard let first = gaps.first else { return nil }
    let name = series.name.isEmpty ? "" : "\(series.name): "
    let (value, place) = (wording.numbers.text(first.1), place(first.0, wording))
    return gaps.count == 1
      ? "\(name)1 value is not drawn: \(value) at \(place)."
      : "\(name)\(gaps.count) values are not drawn, the first \(value) at \(place)."
  }

  /// A sentence about a function that turns so often that its samples may miss most of it.
  private func restlessness(_ series: Series, _ wording: Wording) -> String? {
    guard series.isSampled else { return nil }
    let slopes = zip(series.y, series.y.dropFirst()).map { $1 - $0 }.filter { $0 != 0 }
    let turns = zip(slopes, slopes.dropFirst()).count { ($0 > 0) != ($1 > 0) }
    guard turns > series.y.count / 6 else { return nil }
    return "\(series.name): its \(series.y.count) samples turn \(turns) times; "
      + "what lies between them is not seen."
  }

  private func place(_ x: Double, _ wording: Wording) -> String {
    "\(xLabel.isEmpty ? "x =" : xLabel) \(wording.numbers.text(x))"
  }
}
