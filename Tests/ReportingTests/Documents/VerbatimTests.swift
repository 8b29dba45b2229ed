import Reporting
import Testing

@Suite("Lines that may not be broken")
struct VerbatimTests {
  @Test("They are moved in together, or not at all where one would be too long")
  func room() {
    func shown(_ text: StyledText) -> String {
      var document = Document()
      document.add(Paragraph(text, first: "  ", rest: "  ", isVerbatim: true))
      return TextRenderer(width: 10).text(document)
    }
    #expect(shown("short\n8letters") == "  short\n  8letters\n")
    #expect(shown("short\n9_letters") == "short\n9_letters\n")
    #expect(shown("short\n11__letters") == "  short\n  11__letters\n")
  }
}
