import Pictures

extension PlotReport {
  /// The plot as SVG; for a page, without a style sheet of its own and by a name that nothing else
  /// there has.
  public func svg(name: String = "plot", isForPage: Bool = false) -> String {
    switch self {
    case .curves(let plot): plot.svg(name: name, isForPage: isForPage)
    case .matrix(let map): map.svg(name: name, isForPage: isForPage)
    case .region(let plot): plot.svg(name: name, isForPage: isForPage)
    }
  }

  /// What the plot is of, in a few words.
  public var title: String {
    switch self {
    case .curves(let plot):
      plot.title.isEmpty ? plot.series.map(\.name).joined(separator: ", ") : plot.title
    case .matrix(let map): map.title
    case .region(let plot): plot.title
    }
  }
}
