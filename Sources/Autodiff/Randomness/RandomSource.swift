#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where random numbers come from: a seed, and how many draws were made with it.
///
/// Every draw of many numbers takes one place in the count, and every number of the draw its own
/// place in the draw, so that the same program and seed give the same numbers.
public struct RandomSource: Sendable, Equatable {
  /// What all draws depend on.
  public private(set) var seed: Int64
  private var draws: UInt64 = 0

  /// A source with a seed.
  public init(seed: Int64 = 0) {
    self.seed = seed
  }

  /// Starts a draw of any number of numbers.
  public mutating func draw() -> Draw {
    defer { draws += 1 }
    return Draw(philox: Philox(key: UInt64(bitPattern: seed)), place: draws)
  }

  /// The draw at a place, counted from 0, of those made with a seed.
  public static func draw(seed: Int64, place: Int) -> Draw {
    Draw(philox: Philox(key: UInt64(bitPattern: seed)), place: UInt64(clamping: place))
  }

  /// A draw of many numbers, each known by its place.
  public struct Draw: Sendable {
    let philox: Philox
    let place: UInt64

    /// 64 random bits.
    public func bits(_ index: Int) -> UInt64 { philox.bits(place, UInt64(index)).0 }

    /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
    public func uniform(_ index: Int) -> Double {
      RandomSource.fraction(philox.bits(place, UInt64(index)).0)
    }

    /// A number from the normal distribution with mean 0 and deviation 1, by Box and Muller (1958).
    public func normal(_ index: Int) -> Double {
      let bits = philox.bits(place, UInt64(index))
      let radius = (-2 * log(1 - RandomSource.fraction(bits.0))).squareRoot()
      return radius * cos(2 * Double.pi * RandomSource.fraction(bits.1))
    }
  }

  /// A number from 0 up to but not including 1 that depends on nothing but a key and where it is
  /// used: the step, layer, row and unit of a training.
  public static func uniform(key: UInt64, step: Int, layer: Int, row: Int, unit: Int) -> Double {
    let high = UInt64(truncatingIfNeeded: step) << 16 | UInt64(truncatingIfNeeded: layer)
    let low = UInt64(truncatingIfNeeded: row) << 32 | UInt64(truncatingIfNeeded: unit)
    return fraction(Philox(key: key).bits(high, low).0)
  }

  private static func fraction(_ bits: UInt64) -> Double {
    Double(bits >> 11) * 0x1p-53
  }
}
