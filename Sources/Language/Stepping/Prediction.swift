import Reporting

/// A number a learner typed before it was shown.
public struct Prediction: Sendable {
  /// The number.
  public let value: Double
  /// Whether it was computed, and so has no digits that were typed.
  private let isComputed: Bool
  /// Half a unit of the last digit typed.
  private let typedTolerance: Double
  /// Half a unit of the first significant digit.
  private let firstTolerance: Double
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
      // Only a whole number may end in zeros that stand for digits: 123000.
      let isWhole = trimmed.allSatisfy(\.isWholeNumber)
      let zeros = isWhole ? trimmed.reversed().prefix { $0 == "0" }.count : 0
      self.init(
        value: number, isComputed: false, typedTolerance: Prediction.typedUnit(of: trimmed) / 2,
        firstTolerance: Prediction.firstUnit(of: number) / 2,
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
    self.init(
      value: number, isComputed: true, typedTolerance: 0, firstTolerance: 0, zerosTolerance: 0)
  }

  private init(
    value: Double, isComputed: Bool, typedTolerance: Double, firstTolerance: Double,
    zerosTolerance: Double
  ) {
    (self.value, self.isComputed, self.typedTolerance) = (value, isComputed, typedTolerance)
    (self.firstTolerance, self.zerosTolerance) = (firstTolerance, zerosTolerance)
  }

  /// Whether a text is one of the values that are not finite, as they are written and shown.
  private static func isNoNumber(_ text: String) -> Bool { ["inf", "-inf", "nan"].contains(text) }

  /// Whether the truth rounds to what was typed, which counts for so many significant digits at
  /// least; of the two roundings of a tie both are right.
  public func matches(_ truth: Double, digits: Int = 2) -> Bool {
    if value.isNaN || truth.isNaN { return value.isNaN && truth.isNaN }
    // Nothing is near to infinity, whose tolerance would be infinite too.
    return value == truth || value.isFinite && abs(value - truth) <= tolerance(digits)
  }

  /// Whether the truth is what was typed, to a millionth.
  public func isExactly(_ truth: Double) -> Bool {
    matches(truth) && abs(value - truth) <= computedTolerance
  }

  /// Whether it is a whole number of fewer digits than so many: the zeros after its point, which
  /// would make it a rounding to more digits, were not typed.
  public func isBare(digits: Int) -> Bool {
    typedTolerance >= 0.5 && firstTolerance / Self.power(10, digits - 1) < typedTolerance
  }

  /// Whether it is the truth rounded to the digits typed, but these are too few to tell; zero is a
  /// claim, and what is more than a tenth off is no rounding: 1 of 0.5.
  public func isCoarse(for truth: Double, digits: Int = 2) -> Bool {
    value != 0 && value.isFinite && !matches(truth, digits: digits)
      && abs(value - truth) <= min(typedTolerance, abs(truth) / 10) * Self.slack
  }

  /// Whether it is the truth rounded to the digits before the zeros it ends in.
  public func isNearButForZeros(_ truth: Double) -> Bool {
    value != 0 && abs(value - truth) <= min(zerosTolerance, abs(truth) / 50)
  }

  /// Whether the truth is within a few units of the last digit typed, the second or a later one.
  public func isNear(_ truth: Double) -> Bool {
    value != 0 && value.isFinite && abs(value - truth) <= min(5 * tolerance(2), abs(truth) / 50)
  }

  /// How far the truth may be from it.
  private func tolerance(_ digits: Int) -> Double {
    if isComputed { return computedTolerance }
    // A zero has no significant digits: it says that there is nothing at all.
    if value == 0 { return Self.roundOff }
    return min(typedTolerance, firstTolerance / Self.power(10, digits - 1)) * Self.slack
  }

  private var computedTolerance: Double { 1e-6 * max(1, abs(value)) }

  /// A tie is one although a decimal is no double.
  private static let slack = 1 + 1e-9

  /// What may be left of a sum that is 0.
  private static let roundOff = 1e-12

  /// A unit of the last digit typed.
  private static func typedUnit(of text: String) -> Double {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first.map(String.init) ?? text
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let decimals =
      mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return power(10, exponent - decimals)
  }

  /// A unit of the first significant digit.
  private static func firstUnit(of number: Double) -> Double {
    var scale = 1.0
    while abs(number) / scale >= 10, scale < 1e300 { scale *= 10 }
    while number != 0, abs(number) / scale < 1, scale > 1e-300 { scale /= 10 }
    return scale
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
