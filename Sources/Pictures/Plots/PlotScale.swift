#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The numbers along one axis of a plot, and where each of them stands.
struct PlotScale {
  /// Whether equal distances are equal factors.
  let isLogarithmic: Bool
  /// The ends, as logarithms to the base of ten if the scale is logarithmic.
  private(set) var low: Double
  private(set) var high: Double

  /// A scale from the least to the greatest of these numbers, all of them finite.
  ///
  /// Numbers that are equal, or nearly, get some room around them. A logarithmic scale takes
  /// positive numbers only.
  init(from least: Double, to greatest: Double, isLogarithmic: Bool = false) {
    self.isLogarithmic = isLogarithmic
    low = isLogarithmic ? log10(least) : least
    high = isLogarithmic ? log10(greatest) : greatest
    let size = max(abs(low), abs(high))
    guard !(high - low > max(size * 1e-12, 1e-300)) else { return }
    let margin = isLogarithmic ? 0.5 : size > 1e-290 ? size / 2 : 1
    low = max(low - margin, -Double.greatestFiniteMagnitude)
    high = min(high + margin, Double.greatestFiniteMagnitude)
  }

  /// How far along the scale a number stands: 0 at its beginning, 1 at its end.
  func fraction(of number: Double) -> Double {
    // What has no logarithm stands at the beginning.
    let number = isLogarithmic ? (number > 0 ? log10(number) : low) : number
    // Halved, because the distance between the ends may be more than a number can be.
    return (number / 2 - low / 2) / (high / 2 - low / 2)
  }

  /// Which of `count` places from one end to the other a number stands at; numbers beyond an end
  /// stand at that end.
  func place(of number: Double, among count: Int) -> Int {
    PlotScale.place(fraction(of: number), among: count)
  }

  /// Which of `count` places from 0 to 1 a fraction stands at.
  static func place(_ fraction: Double, among count: Int) -> Int {
    let place = (fraction * Double(count - 1)).rounded()
    guard place > 0, count > 1 else { return 0 }
    return place < Double(count) ? Int(place) : count - 1
  }

  /// The number that stands at a fraction of the way.
  func number(at fraction: Double) -> Double {
    let number = low * (1 - fraction) + high * fraction
    return isLogarithmic ? min(pow(10, number), .greatestFiniteMagnitude) : number
  }

  /// The scale between the same ends on which equal distances are equal differences.
  var evenCounterpart: PlotScale {
    PlotScale(from: number(at: 0), to: number(at: 1))
  }

  /// This scale, made a little longer so that it begins and ends at one of at most `count` ticks.
  func extendedToTicks(atMost count: Int) -> PlotScale {
    guard !isLogarithmic else { return self }
    var step = PlotStep(atLeast: (high / 2 - low / 2) / Double(max(count - 1, 1)) * 2)
    for _ in 0..<3 {
      let first = (low / step.size + 1e-9).rounded(.down)
      let last = (high / step.size - 1e-9).rounded(.up)
      let ends = (step.multiple(first), step.multiple(last))
      guard ends.0.isFinite, ends.1.isFinite else { return self }
      if last - first < Double(max(count, 2)) {
        var extended = self
        (extended.low, extended.high) = (min(low, ends.0), max(high, ends.1))
        return extended
      }
      step = PlotStep(atLeast: step.size * 1.5)
    }
    return self
  }
}
