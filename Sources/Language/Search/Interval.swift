#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The numbers `between` may choose from.
struct Interval {
  var low: Double
  var high: Double
  /// Whether every power of ten is as likely as any other, rather than every unit.
  var isLogarithmic: Bool
  /// Whether only whole numbers will do: a width, a count.
  var isWhole: Bool
  /// Into how many points a grid divides it.
  var points: Int

  /// The points of a grid, both ends included, each of them once.
  var grid: [Double] {
    guard points > 1, low < high else { return [low] }
    var grid: [Double] = []
    for place in 0..<points {
      let value = self.point(Double(place) / Double(points - 1))
      if grid.last != value { grid.append(value) }
    }
    return grid
  }

  private func point(_ fraction: Double) -> Double {
    if fraction == 0 { return low }
    if fraction == 1 { return high }
    let value =
      isLogarithmic ? low * pow(high / low, fraction) : low + (high - low) * fraction
    return isWhole ? value.rounded() : value
  }

  /// The number a draw from 0 up to but not including 1 stands for; every whole number has the
  /// same chance, or with a logarithm the chance of the stretch from it to the next.
  func number(_ draw: Double) -> Double {
    let end = isWhole ? high + 1 : high
    let value = isLogarithmic ? low * pow(end / low, draw) : low + (end - low) * draw
    return min(max(isWhole ? value.rounded(.down) : value, low), high)
  }
}
