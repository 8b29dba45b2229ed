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

  /// How many points a grid has.
  var gridCount: Int {
    guard low < high else { return 1 }
    return isWhole ? wholeGrid.count : points
  }

  /// A point of a grid, from 0; both ends are points, and none is met twice.
  func gridPoint(_ place: Int) -> Double { isWhole ? wholeGrid[place] : point(place) }

  private var wholeGrid: [Double] {
    var grid: [Double] = []
    for value in (0..<points).map({ point($0).rounded() }) where grid.last != value {
      grid.append(value)
    }
    return grid
  }

  private func point(_ place: Int) -> Double {
    if place == 0 { return low }
    if place == points - 1 { return high }
    let fraction = Double(place) / Double(points - 1)
    return isLogarithmic ? low * pow(high / low, fraction) : low + (high - low) * fraction
  }

  /// The number a draw from 0 up to but not including 1 stands for; every whole number has the
  /// same chance, or with a logarithm the chance of the stretch from it to the next.
  func number(_ draw: Double) -> Double {
    let end = isWhole ? high + 1 : high
    let value = isLogarithmic ? low * pow(end / low, draw) : low + (end - low) * draw
    return min(max(isWhole ? value.rounded(.down) : value, low), high)
  }
}
