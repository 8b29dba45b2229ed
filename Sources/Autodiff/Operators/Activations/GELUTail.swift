/// GELU left of zero to the last digits, where the probability falls so steeply that rounding its
/// argument would cost it half its digits.
enum GELUTail {
  /// x·erfc(|x|/√2)/2 for negative x.
  static func exact(_ x: Double) -> Double {
    guard x > -30 else { return farLeft(x) }
    let z = ExactSum(product: -x, 0.7071067811865476) + -x * -4.833646656726457e-17
    let slope = 1.1283791670955126 * cExp(-z.value * z.value)
    return x * (cErfc(z.value) - slope * z.lost) / 2
  }

  // The asymptotic series −φ(x)·(1 − 1/x² + 1·3/x⁴ − 1·3·5/x⁶ + …).
  private static func farLeft(_ x: Double) -> Double {
    guard x > -50 else { return x * 0 }
    var (sum, term) = (1.0, 1.0)
    for odd in stride(from: 1.0, through: 17, by: 2) {
      term *= -odd / (x * x)
      sum += term
    }
    return -(expOfNegative(square: x, times: 0.5) * (sum / 2.5066282746310007))
  }

  /// x·σ(v) with v = √(8/π)·(x + 0.044715·x³), which is x·(1 + tanh(v/2))/2, for negative x.
  static func approximate(_ x: Double) -> Double {
    guard x > -25 else { return x * 0 }
    let square = ExactSum(product: x, x)
    let cube = ExactSum(product: square.value, x) + square.lost * x
    let small =
      ExactSum(product: cube.value, 0.044715)
      + (cube.lost * 0.044715 + cube.value * 2.1960211427085595e-18)
    let sum = ExactSum(sum: small.value, x) + small.lost
    let v =
      ExactSum(product: sum.value, 1.5957691216057308)
      + (sum.lost * 1.5957691216057308 + sum.value * -9.96930880911092e-17)
    let root = cExp(v.value / 2)
    return x * root * root * (1 + v.lost) / (1 + root * root)
  }
}
