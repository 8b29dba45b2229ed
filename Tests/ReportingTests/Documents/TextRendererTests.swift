import Reporting
import Testing

@Suite("Lines on a page")
struct TextRendererTests {
  @Test("Each line of a document ends in a line break, and a single line does not")
  func lineBreaks() {
    var document = Document("one")
    document.addSpace()
    document.add("two", indent: 4)
    document.add("a\nb", indent: 2)
    #expect(TextRenderer().text(document) == "one\n\n    two\n  a\n  b\n")
    #expect(TextRenderer().text("one") == "one")
    #expect(TextRenderer().text(Document()) == "")
  }

  @Test("A long line continues two columns further in")
  func wrapping() {
    var document = Document()
    document.add("the gradient of the loss with respect to each parameter", indent: 2)
    document.add("  already two columns in, and long enough to continue")
    #expect(
      TextRenderer(width: 30).text(document) == """
          the gradient of the loss
            with respect to each
            parameter
          already two columns in, and
            long enough to continue

        """)
  }

  @Test("A number is never broken, however long, and nothing is lost")
  func longWords() {
    let line = StyledText("loss = 0.12345678901234567890123456789 at step 3")
    #expect(
      TextRenderer(width: 20).text(line) == """
        loss =
          0.12345678901234567890123456789
          at step 3
        """)
    #expect(TextRenderer(width: 0).text("a b") == "a\nb")
    #expect(TextRenderer(width: -5).text("a b") == "a\nb")
  }

  @Test(
    "A line that just fits is left alone", arguments: [("abc defg", 8), ("中文 字", 7), ("a  b", 4)])
  func justFits(text: String, width: Int) {
    #expect(TextRenderer(width: width).text(StyledText(text)) == text)
    #expect(TextRenderer(width: width - 1).text(StyledText(text)).contains("\n"))
  }

  @Test("A word that changes style is still one word")
  func styledWords() {
    let line = StyledText("see ") + StyledText("w", .name) + StyledText("=0.5", .number)
    #expect(TextRenderer(width: 8).text(line) == "see\n  w=0.5")
  }

  @Test("Tabs become spaces, and no line ends in a space")
  func spaces() {
    #expect(TextRenderer().text("a\tb\t\n\tc  ") == "a   b\n    c")
    #expect(TextRenderer().text("   ") == "")
    #expect(TextRenderer(color: true).text(StyledText("a ", .bad)) == "\u{1B}[38;5;160ma\u{1B}[0m")
  }

  @Test("An indent never pushes the words off the page")
  func hugeIndent() {
    var document = Document()
    document.add("a b", indent: .max)
    document.add("c", indent: .min)
    #expect(TextRenderer(width: 8).text(document) == "    a b\nc\n")
  }

  @Test(
    "Each style has its look, and plain words and formulas have none",
    arguments: [
      (StyledText.Style.plain, "x"), (.formula, "x"), (.name, "\u{1B}[38;5;30mx\u{1B}[0m"),
      (.number, "\u{1B}[38;5;98mx\u{1B}[0m"), (.heading, "\u{1B}[1mx\u{1B}[0m"),
      (.muted, "\u{1B}[2mx\u{1B}[0m"), (.good, "\u{1B}[38;5;28mx\u{1B}[0m"),
      (.bad, "\u{1B}[38;5;160mx\u{1B}[0m"), (.warning, "\u{1B}[38;5;130mx\u{1B}[0m"),
      (.series(0), "\u{1B}[38;5;63mx\u{1B}[0m"), (.series(5), "\u{1B}[38;5;64mx\u{1B}[0m"),
      (.series(6), "\u{1B}[38;5;63mx\u{1B}[0m"),
    ])
  func styles(style: StyledText.Style, text: String) {
    #expect(TextRenderer(color: true).text(StyledText("x", style)) == text)
    #expect(TextRenderer().text(StyledText("x", style)) == "x")
  }

  @Test("A colour is begun again on each line it reaches")
  func wrappedColors() {
    #expect(
      TextRenderer(width: 6, color: true).text(StyledText("aaaa bbbb", .bad))
        == "\u{1B}[38;5;160maaaa\u{1B}[0m\n  \u{1B}[38;5;160mbbbb\u{1B}[0m")
  }

  @Test("In ASCII the width is that of what is shown")
  func asciiWidth() {
    #expect(TextRenderer(width: 9, ascii: true).text("η → θ") == "eta ->\n  theta")
    let name = StyledText("h", .name) + StyledText("·3", .muted)
    #expect(TextRenderer(ascii: true).text(name) == "h.3")
  }
}
