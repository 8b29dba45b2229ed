public import Pictures

extension FlowReport {
  /// The norms as a curve from the output back, on a scale of factors; nil for a single layer.
  public var plot: LinePlot? {
    guard let first = layers.first, let last = layers.last, layers.count > 1 else { return nil }
    return LinePlot(
      series: [LinePlot.Series(name: "norm at each layer", y: layers.map(\.norm))],
      title: "the gradient of \(of)\(rows.map { " over \($0)" } ?? ""), layer by layer",
      xLabel: "layers back, from \(first.name) to \(last.name)", logY: true)
  }
}
