import Language
import Reporting
import Testing

@Suite("What cannot be read as words")
struct LexerComplaintTests {
  @Test(
    "Numbers",
    arguments: [
      ("show ‹2.›", "error: a number never ends in a dot\nfix: write '2.0'"),
      ("show ‹2.› + 1", "error: a number never ends in a dot\nfix: write '2.0'"),
      (
        "show ‹1__000›",
        """
        error: '1__000' is neither a number nor a name
        note: digits may be grouped by single '_', as in 1_000
        """
      ),
      (
        "show ‹1_›",
        """
        error: '1_' is neither a number nor a name
        note: digits may be grouped by single '_', as in 1_000
        """
      ),
      (
        "show ‹2x› + 1",
        """
        error: '2x' is neither a number nor a name
        note: a name begins with a letter
        fix: for a product write '2*x'
        """
      ),
      (
        "show ‹1e5x›",
        """
        error: '1e5x' is neither a number nor a name
        note: a name begins with a letter
        fix: for a product write '1e5*x'
        """
      ),
    ])
  func numbers(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test("A number too large for a double is a warning, once, and becomes infinite")
  func tooLarge() {
    expectComplaint(
      "show ‹1e999› > 0",
      """
      warning: '1e999' is too large for a double and becomes inf
      note: the largest double is about 1.8e308; write 'inf' if you mean infinity
      """)
    #expect(Run("show 1e999").shown == "\"inf\"")
  }

  @Test(
    "Characters from other keyboards",
    arguments: [
      ("show 1 ‹＋› 2", "'＋' (full-width) is not part of the language; write '+'", "+"),
      ("show ‹（›2)", "'（' (full-width) is not part of the language; write '('", "("),
      ("‹ｘ›＝２", "'ｘ' (full-width) is not part of the language; write 'x'", "x"),
      ("show [1‹，› 2]", "'，' (full-width) is not part of the language; write ','", ","),
      ("show [1‹、› 2]", "'、' is not part of the language; write ','", ","),
      ("show ‹“›a\"", "'“' is not part of the language; write '\"'", "\""),
      ("show 3 ‹≤› 2", "'≤' is not part of the language; write '<='", "<="),
    ])
  func keyboards(program: String, message: String, ours: String) {
    expectComplaint(program, "error: \(message)\nfix: write '\(ours)'")
  }

  @Test("A wide space looks like none, so it is named")
  func wideSpace() {
    expectComplaint(
      "show ‹\u{3000}›1",
      """
      error: '\u{3000}' is not part of the language; write a plain space
      fix: write a plain space
      """)
  }

  @Test(
    "Signs without a meaning",
    arguments: [
      ("show ‹$›x", "error: '$' is not part of the language"),
      ("show ‹😀›", "error: '😀' is not part of the language"),
      (
        "show 7 ‹%› 2",
        """
        error: '%' is not part of the language
        note: 25 percent is 0.25; the remainder of x by y is x - y*floor(x/y)
        """
      ),
      ("show ‹\u{1}›1", "error: '\u{1}' is not part of the language"),
      ("show 1‹\u{0}›", "error: '\u{0}' is not part of the language"),
    ])
  func signs(program: String, complaint: String) { expectComplaint(program, complaint) }

  @Test("A text that does not end on its line")
  func unclosedText() {
    expectComplaint("show ‹\"abc›\nshow 1", "error: this text has no closing '\"' on its line")
  }

  @Test("Bytes that are not UTF-8")
  func invalidUTF8() {
    for (bytes, place) in [
      (Array("show ".utf8) + [0xFF], "FF"), (Array("show x".utf8) + [0xC3, 0x28], "C3"),
      (Array("show \"".utf8) + [0x80] + Array("\"".utf8), "80"),
      (Array("show ".utf8) + [0xED, 0xA0, 0x80], "ED"),
    ] {
      let run = Run(bytes: bytes)
      #expect(run.diagnostics.map(\.message) == ["this byte is not UTF-8: 0x\(place)"])
      #expect(run.diagnostics.first?.notes == ["save the file as UTF-8"])
    }
    #expect(Run(bytes: Array("show 1 # ".utf8) + [0xFF]).shown == "1")
  }

  @Test("A complaint is rendered whole: place, underline, notes and fixes")
  func rendered() {
    #expect(
      Run("x = 1\nshow 2x + 1").rendered == """
        error: '2x' is neither a number nor a name
          --> test.grad:2:6
           2 │ show 2x + 1
             │      ~~
           = note: a name begins with a letter
           = fix: for a product write '2*x'

        """)
    #expect(
      Run("x = （1").rendered == """
        error: '（' (full-width) is not part of the language; write '('
          --> test.grad:1:5
           1 │ x = （1
             │     ~~
           = fix: write '('

        """)
  }
}
