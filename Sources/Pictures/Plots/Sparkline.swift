import Reporting

/// Numbers as a row of bars, one column each.
public struct Sparkline: Sendable {
  /// The numbers, from left to right.
  public var values: [Double]

  /// A row of bars for these numbers.
  public init(_ values: [Double]) {
    self.values = values
  }

  /// The bars, lowest for the least finite number and highest for the greatest.
  ///
  /// Of numbers that share a column, the one furthest from the middle is shown, so that the least
  /// and the greatest are always among those that are; one that is not finite comes first, as `?`,
  /// `▲` or `▼`.
  public func text(width: Int = 40, ascii: Bool = false) -> String {
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
    let count = min(max(width, 0), values.count)
    let bars = (0..<count).map { column in
      let share = values[(column * values.count / count)..<((column + 1) * values.count / count)]
      return Sparkline.bar(share, from: low, to: high, ascii: ascii)
    }
    return ascii ? AsciiFallback.text(bars.joined()) : bars.joined()
  }

  private static func bar(
    _ share: ArraySlice<Double>, from low: Double, to high: Double, ascii: Bool
  ) -> String {
    if let odd = share.first(where: { !$0.isFinite }) {
      return PlotMark.text(of: odd, ascii: ascii)
    }
    guard low < high else { return bars[3] }
    let heights = share.map { ($0 / 2 - low / 2) / (high / 2 - low / 2) }
    let furthest = heights.max { abs($0 - 0.5) < abs($1 - 0.5) } ?? 0
    return bars[PlotScale.place(furthest, among: bars.count)]
  }

  private static let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
