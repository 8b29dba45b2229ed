import Reporting

/// A number a learner typed before it was shown.
public struct Prediction: Sendable {
  /// The number.
  public let value: Double
  /// How far the truth may be from it.
  private let tolerance: Double
  /// How far the truth may be from it if one digit were enough.
  private let coarseTolerance: Double
  /// How far the truth may be from it if the zeros at its end are not meant.
  private let zerosTolerance: Double

  /// Reads a number or a product of numbers; nil if the text is neither.
  ///
  /// A decimal is right if it is the truth rounded to the digits typed, at least two significant;
  /// anything computed, such as `1/3`, is right to a millionth.
  public init?(_ text: String) {
    let trimmed = text.plainSigns.filter { $0 != " " }
    if let number = Double(trimmed), trimmed.contains(where: \.isNumber) || Self.isNoNumber(trimmed)
    {
      let (tolerance, coarse) = Prediction.tolerances(of: trimmed, number)
      // Only a whole number may end in zeros that stand for digits: 123000.
      let zeros =
        trimmed.allSatisfy(\.isWholeNumber) ? trimmed.reversed().prefix { $0 == "0" }.count : 0
      self.init(
        value: number, tolerance: tolerance, coarseTolerance: coarse,
        zerosTolerance: zeros == 0 ? 0 : Prediction.power(10, zeros) / 2)
      return
    }
    guard trimmed.contains(where: \.isNumber), let condition = try? Condition.constant(trimmed)
    else {
      return nil
    }
    self.init(computed: condition)
  }

  /// A number that was computed, right to a millionth.
  init(computed number: Double) {
    let tolerance = 1e-6 * max(1, abs(number))
    self.init(value: number, tolerance: tolerance, coarseTolerance: tolerance, zerosTolerance: 0)
  }

  private init(
    value: Double, tolerance: Double, coarseTolerance: Double, zerosTolerance: Double
  ) {
    (self.value, self.tolerance) = (value, tolerance)
    (self.coarseTolerance, self.zerosTolerance) = (coarseTolerance, zerosTolerance)
  }

  /// Whether a text is one of the values that are not finite, as they are written and shown.
  private static func isNoNumber(_ text: String) -> Bool { ["inf", "-inf", "nan"].contains(text) }

  /// Whether the truth rounds to what was typed.
  public func matches(_ truth: Double) -> Bool {
    if value.isNaN || truth.isNaN { return value.isNaN && truth.isNaN }
    // Nothing is near to infinity, whose tolerance would be infinite too.
    return value == truth || value.isFinite && abs(value - truth) <= tolerance
  }

  /// Whether it is the truth rounded to a single digit, which is too few to tell; zero is a claim,
  /// and what is more than a tenth off is no rounding: 1 of 0.5.
  public func isCoarse(for truth: Double) -> Bool {
    value != 0 && value.isFinite && !matches(truth)
      && abs(value - truth) <= min(coarseTolerance, abs(truth) / 10 * (1 + 1e-9))
  }

  /// Whether it is the truth rounded to the digits before the zeros it ends in.
  public func isNearButForZeros(_ truth: Double) -> Bool {
    value != 0 && abs(value - truth) <= min(zerosTolerance, abs(truth) / 50)
  }

  /// Whether the truth is within a few units of the last digit typed, the second or a later one.
  public func isNear(_ truth: Double) -> Bool {
    value != 0 && value.isFinite && abs(value - truth) <= min(5 * tolerance, abs(truth) / 50)
  }

  /// What may be left of a sum that is 0.
  private static let roundOff = 1e-12

  /// Half a unit of the second significant digit or a later one, the last that was typed; and half
  /// a unit of the last digit typed.
  private static func tolerances(of text: String, _ number: Double) -> (Double, Double) {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first.map(String.init) ?? text
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let decimals =
      mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    let typedUnit = power(10, exponent - decimals)
    var unit = typedUnit
    if number != 0 {
      var scale = 1.0
      while abs(number) / scale >= 10, scale < 1e300 { scale *= 10 }
      while abs(number) / scale < 1, scale > 1e-300 { scale /= 10 }
      unit = min(unit, scale / 10)
    } else {
      // A zero has no significant digits: it says that there is nothing at all.
      return (roundOff, roundOff)
    }
    return (unit / 2 * (1 + 1e-9), typedUnit / 2 * (1 + 1e-9))
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(abs(exponent), 400) { result = exponent < 0 ? result / base : result * base }
    return result
  }
}

extension Condition {
  /// The number of an expression that speaks of nothing but numbers.
  static func constant(_ text: String) throws(ConditionProblem) -> Double {
    let condition = try Condition(text)
    return try condition.constant()
  }
}

extension String {
  /// The text with the signs of the screen, `·` and `²`, as a program writes them.
  var plainSigns: String { map { SyntaxProblem.lookalikes[String($0)] ?? String($0) }.joined() }
}
