#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The distance between the ticks of an axis: 1, 2 or 5 times a power of ten.
///
/// After P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems, 1990.
struct PlotStep {
  /// The 1, 2 or 5.
  private let factor: Double
  /// The power of ten.
  private let exponent: Int

  /// The smallest step of at least that size, a positive number.
  init(atLeast size: Double) {
    let size = min(max(size, 1e-306), 1e308)
    var exponent = Int(log10(size).rounded(.down))
    // What is left for the factor of a size that is itself a step may be off by a rounding.
    let rest = size / pow(10, Double(exponent)) * (1 - 1e-12)
    var factor = rest <= 1 ? 1.0 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10
    if factor == 10, exponent < 308 { (factor, exponent) = (1, exponent + 1) }
    (self.factor, self.exponent) = (factor, exponent)
  }

  /// The distance itself.
  var size: Double { multiple(1) }

  /// So many steps from zero, rounded once where that can be.
  func multiple(_ count: Double) -> Double {
    exponent < 0
      ? count * factor / pow(10, Double(-exponent)) : count * factor * pow(10, Double(exponent))
  }

  /// The significant digits that tell multiples of this step apart, up to a greatest one.
  func digits(upTo greatest: Double) -> Int {
    guard greatest > 0 else { return 1 }
    return max(1, Int(log10(greatest * (1 + 1e-12)).rounded(.down)) - exponent + 1)
  }
}
