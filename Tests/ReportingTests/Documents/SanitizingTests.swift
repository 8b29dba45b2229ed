import Reporting
import Testing

@Suite("Foreign text on a terminal")
struct SanitizingTests {
  @Test(
    "What a terminal would obey or hide becomes visible",
    arguments: [
      ("plain, é, 中, 😀\n\t·", "plain, é, 中, 😀\n\t·"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
      ("a\rb\u{8}\u{7}\u{0}", "a\\u{D}b\\u{8}\\u{7}\\u{0}"), ("\r\n", "\\u{D}\n"),
      ("\u{7F}\u{80}\u{9B}\u{9F}", "\\u{7F}\\u{80}\\u{9B}\\u{9F}"),
      ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}"),
      ("\u{200B}\u{200D}\u{200F}\u{2060}\u{FEFF}", "\\u{200B}\\u{200D}\\u{200F}\\u{2060}\\u{FEFF}"),
      ("\u{2028}\u{2029}\u{61C}", "\\u{2028}\\u{2029}\\u{61C}"), ("\u{E0041}", "\\u{E0041}"),
    ])
  func escapes(text: String, shown: String) {
    #expect(text.sanitized == shown)
    #expect(text.sanitized.sanitized == shown)
  }

  @Test("No document, of whatever characters, brings a live one to the page")
  func noLiveCharacter() {
    var generator = SystemRandomNumberGenerator()
    for round in 0..<300 {
      let words = (0..<4).map { _ in Self.randomText(using: &generator) }
      var document = Document()
      document.add(StyledText(words[0], .name) + StyledText(words[1], .bad), indent: round % 9)
      document.add(Table([.left, .right], rows: [words.map { StyledText($0, .number) }]))
      var map = SourceMap()
      let base = map.add(SourceText(name: words[2], words[3] + words[0]))
      let range = SourceRange(start: base, end: base + UInt32(words[3].utf8.count))
      let diagnostic = Diagnostic(
        .error, "id", words[1], at: range, notes: [words[0]],
        fixes: [.init(words[1], replacing: range, with: "")])
      for ascii in [false, true] {
        let renderer = TextRenderer(width: 20 + round % 60, ascii: ascii)
        document.add(DiagnosticRenderer(for: renderer).document(diagnostic, in: map))
        let text = renderer.text(document)
        #expect(!text.unicodeScalars.contains { $0.isLive || $0 == "\t" }, "\(words)")
        #expect(!ascii || text.utf8.allSatisfy { $0 < 0x80 }, "\(words)")
        #expect(!text.contains(" \n"))
      }
    }
  }

  /// Up to 40 scalars, half of them from where the dangerous ones are.
  private static func randomText(using generator: inout SystemRandomNumberGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0xFF, 0x2000...0x206F, 0x300...0x3FF, 0x4E00...0x4E10, 0...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let range = ranges.randomElement(using: &generator) ?? 0...0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
