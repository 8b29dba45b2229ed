import Reporting
import Testing

@Suite("Places in a text")
struct SourceTextTests {
  @Test(
    "An offset has a line and a column, both from 1",
    arguments: [
      ("", 0, 1, 1), ("ab", 0, 1, 1), ("ab", 2, 1, 3), ("ab", 99, 1, 3), ("ab", -1, 1, 1),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("\n\n\n", 2, 3, 1),
      ("a\r\nb", 3, 2, 1), ("a\r\nb", 2, 1, 3), ("η = θ", 3, 1, 3), ("η = θ", 7, 1, 6),
      ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3),
    ])
  func positions(text: String, offset: Int, line: Int, column: Int) {
    let position = SourceText(name: "t", text).position(of: offset)
    #expect([position.line, position.column] == [line, column])
  }

  @Test(
    "The line around an offset has no line break in it",
    arguments: [
      ("ab\ncd\nef", 4, 3..<5), ("ab\ncd\nef", 2, 0..<2), ("ab\ncd\nef", 8, 6..<8),
      ("ab\r\ncd", 1, 0..<2), ("ab\r\ncd", 3, 0..<2), ("ab\r\ncd", 4, 4..<6), ("", 0, 0..<0),
      ("ab\n", 3, 3..<3), ("ab", 99, 0..<2), ("ab", -9, 0..<2),
    ])
  func lines(text: String, offset: Int, range: Range<Int>) {
    #expect(SourceText(name: "t", text).lineRange(around: offset) == range)
  }

  @Test("Text outside the bytes is empty, and bytes that are not UTF-8 become U+FFFD")
  func texts() {
    let text = SourceText(name: "t", bytes: [0x61, 0xFF, 0xC3, 0xA9])
    #expect(text.text(0..<4) == "a\u{FFFD}é")
    #expect(text.text(3..<9) == "\u{FFFD}")
    #expect(text.text(7..<9) == "")
  }
}
