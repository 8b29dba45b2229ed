/// Whether numbers are numbers.
public enum Finite {
  /// Whether none of some numbers is nan or infinite.
  public static func areAll(_ numbers: [Double]) -> Bool {
    // All bits of the exponent are set in nan and infinity; without a branch in the loop it runs at
    // full speed.
    var found: UInt64 = 0
    for number in numbers {
      found |= ((number.bitPattern & exponent) &+ (1 << 52)) & (1 << 63)
    }
    return found == 0
  }

  private static let exponent: UInt64 = 0x7ff0_0000_0000_0000
}
