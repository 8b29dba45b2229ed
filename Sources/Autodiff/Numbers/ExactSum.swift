/// A sum or product of doubles together with what rounding it lost (Knuth; Dekker, 1971).
struct ExactSum {
  /// The rounded result.
  var value: Double
  /// What is missing from it.
  var lost: Double

  /// The product a·b.
  init(product a: Double, _ b: Double) {
    value = a * b
    lost = (-value).addingProduct(a, b)
  }

  /// The sum a + b.
  init(sum a: Double, _ b: Double) {
    value = a + b
    let part = value - a
    lost = (a - (value - part)) + (b - part)
  }

  /// The same with something small added to what is missing.
  static func + (sum: ExactSum, correction: Double) -> ExactSum {
    var corrected = sum
    corrected.lost += correction
    return corrected
  }
}

/// The exponential e^(−c·x²), where c is a power of two, without magnifying what rounding x² loses.
func expOfNegative(square x: Double, times c: Double) -> Double {
  let square = ExactSum(product: x, x)
  let result = cExp(-c * square.value)
  return result > 0 ? result - result * (c * square.lost) : result
}
