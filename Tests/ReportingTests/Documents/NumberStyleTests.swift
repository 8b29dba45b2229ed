import Reporting
import Testing

@Suite("Numbers as a person reads them")
struct NumberStyleTests {
  @Test(
    "Six digits round what 17 digits write in full",
    arguments: [
      (0, "0", "0"), (-0.0, "-0", "-0"), (1, "1", "1"), (-2.5, "-2.5", "-2.5"),
      (0.1 + 0.2, "0.3", "0.30000000000000004"), (1 / 3.0, "0.333333", "0.3333333333333333"),
      (123456.7, "123457", "123456.7"), (1234567.8, "1.23457e6", "1234567.8"),
      (999999.5, "1e6", "999999.5"), (0.0001, "0.0001", "0.0001"), (0.00001, "1e-5", "1e-5"),
      (1.5e-7, "1.5e-7", "1.5e-7"), (1e-100, "1e-100", "1e-100"), (-1e300, "-1e300", "-1e300"),
      (123_456_789, "123456789", "123456789"), (1e14, "100000000000000", "100000000000000"),
      (1e15, "1e15", "1000000000000000"), (1e16, "1e16", "1e16"), (1e22, "1e22", "1e22"),
      (999_999_999_999_999, "999999999999999", "999999999999999"),
      (.leastNonzeroMagnitude, "4.94066e-324", "5e-324"),
      (.leastNormalMagnitude, "2.22507e-308", "2.2250738585072014e-308"),
      (.greatestFiniteMagnitude, "1.79769e308", "1.7976931348623157e308"),
      (.infinity, "inf", "inf"), (-.infinity, "-inf", "-inf"), (.nan, "nan", "nan"),
      (-.nan, "nan", "nan"),
    ])
  func edges(number: Double, six: String, exact: String) {
    #expect(NumberStyle().text(number) == six)
    #expect(NumberStyle.exact.text(number) == exact)
  }

  @Test(
    "Fewer digits round more",
    arguments: [(1, "0.7"), (2, "0.71"), (4, "0.7071"), (9, "0.707106781")])
  func digits(digits: Int, text: String) {
    #expect(NumberStyle(digits: digits).text(0.5.squareRoot()) == text)
  }

  @Test("The digits stay between 1 and 17, however they are set", arguments: [-3, 0, 18, 1000])
  func limits(digits: Int) {
    var style = NumberStyle()
    style.digits = digits
    #expect(style == NumberStyle(digits: digits))
    #expect(style.digits == (digits < 1 ? 1 : 17))
    #expect(style.text(2.0 / 3) == (digits < 1 ? "0.7" : "0.6666666666666666"))
  }

  @Test("The exact text reads back as the same number")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let text = NumberStyle.exact.text(number)
      #expect(Double(text)?.bitPattern == number.bitPattern, "\(text)")
    }
  }
}
