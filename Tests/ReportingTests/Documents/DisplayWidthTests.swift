import Reporting
import Testing

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "A text is as wide as its characters",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("∂y/∂x · −½²", 11), ("中文", 4),
      ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2),
      ("🧠!", 3), ("✓", 1), ("✅", 2), ("⚠", 1), ("─│╭", 3), ("ŷ", 1), ("न\u{93F}", 2),
      ("ก\u{E34}", 1), ("\u{20000}", 2), ("🇫🇷", 2), ("！", 2), ("\u{0}", 0), ("\u{FFFD}", 1),
    ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("Every ideograph is wide, but for those that combine")
  func ideographs() {
    for value in UInt32(0x2000)...0x323AF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isIdeographic else { continue }
      let combines = scalar.properties.generalCategory == .nonspacingMark
      if scalar.displayWidth != (combines ? 0 : 2) { Issue.record("\(scalar.debugDescription)") }
    }
  }
}
