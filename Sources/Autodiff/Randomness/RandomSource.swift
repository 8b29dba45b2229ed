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

  /// A draw of many numbers, each known by its place.
  public struct Draw: Sendable {
    let philox: Philox
    let place: UInt64

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

  private static func fraction(_ bits: UInt64) -> Double {
    Double(bits >> 11) * 0x1p-53
  }
}
