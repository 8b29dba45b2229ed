#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How numbers are written for a person: to how many significant digits.
public struct NumberStyle: Sendable, Equatable {
  /// Significant digits, 1 to 17; 17 writes the shortest text that reads back as the same number.
  public var digits: Int {
    didSet { digits = NumberStyle.allowed(digits) }
  }

  /// A style with so many significant digits.
  public init(digits: Int = 6) {
    self.digits = NumberStyle.allowed(digits)
  }

  /// The shortest text that reads back as the same number.
  public static let exact = NumberStyle(digits: 17)

  /// Writes a number; whole numbers below 10¹⁵ are written in full.
  public func text(_ number: Double) -> String {
    guard number.isFinite else {
      return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
    }
    if number == number.rounded(.towardZero), abs(number) < 1e15 {
      return number == 0 && number.sign == .minus ? "-0" : String(Int64(number))
    }
    if digits == 17 {
      return NumberStyle.tidied(number.description)
    }
    if digits <= 15, number.isNormal,
      let rounded = ShortestDigits(number).rounded(to: digits)
    {
      return rounded.text(digits: digits)
    }
    return NumberStyle.tidied(significant(number))
  }

  private static func allowed(_ digits: Int) -> Int { min(max(digits, 1), 17) }

  /// The number rounded to `digits` significant digits, in C's `%g` form; slow.
  private func significant(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    let length = withVaList([Int32(digits), number]) {
      vsnprintf(&buffer, buffer.count, "%.*g", $0)
    }
    return String(
      decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `1.50e-07` as `1.5e-7`: no plus sign, no leading zeros and no `.0` in the parts.
  private static func tidied(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    var mantissa = String(text[..<mark])
    if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
    var exponent = text[text.index(after: mark)...]
    let sign = exponent.first == "-" ? "-" : ""
    exponent = exponent.drop { "+-0".contains($0) }
    return "\(mantissa)e\(sign)\(exponent)"
  }
}
