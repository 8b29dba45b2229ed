import Reporting
import Testing

@Suite("The line around a place")
struct SourceExcerptTests {
  @Test(
    "The underline stands under the text, whatever its width on the page",
    arguments: [
      ("\tx = ‹yy›", "    x = yy", "        ~~"),
      ("a\tx = ‹y\tz›", "a   x = y   z", "        ~~~~~"),
      ("数 = ‹変数›1", "数 = 変数1", "     ~~~~"),
      ("😀 ‹x›", "😀 x", "   ~"),
      ("e\u{301} = ‹n\u{303}›", "e\u{301} = n\u{303}", "    ~"),
      ("a\u{1B}[2J‹b›", "a\\u{1B}[2Jb", "          ~"),
      ("x\r = ‹y›\r\n", "x\\u{D} = y", "         ~"),
    ])
  func widths(program: String, line: String, underline: String) {
    let lines = MarkedProgram(program).rendered().split(separator: "\n")
    #expect(lines.dropFirst(2).joined(separator: "\n") == "   1 │ \(line)\n     │ \(underline)")
  }

  @Test("In ASCII the underline stands under the replaced text")
  func asciiExcerpt() {
    #expect(
      MarkedProgram("η·β = ‹θ²› − h·3").rendered(TextRenderer(ascii: true)) == """
        error: look here
          --> neuron.grad:1:7
           1 | eta*beta = theta^2 - h.3
             |            ~~~~~~~

        """)
  }

  @Test("Bytes that are not UTF-8 are shown as U+FFFD")
  func invalidBytes() {
    let bytes = Array("x = ".utf8) + [0xFF, 0xC3] + Array(" + y".utf8)
    #expect(
      MarkedProgram(bytes: bytes, marking: 4..<6).rendered() == """
        error: look here
          --> neuron.grad:1:5
           1 │ x = \u{FFFD}\u{FFFD} + y
             │     ~~

        """)
  }

  static let tens = (0..<30).map { "abcdefg\($0 + 10)+" }.joined()

  @Test("In the middle of a long line both ends are left out")
  func middle() {
    #expect(
      MarkedProgram(Self.tens + "‹here›" + Self.tens).rendered(TextRenderer(width: 60)) == """
        error: look here
          --> neuron.grad:1:301
           1 │ …efg38+abcdefg39+hereabcdefg10+abcdefg11+abcdefg12+…
             │                  ~~~~

        """)
  }

  @Test("At the ends of a long line only the far end is left out")
  func ends() {
    #expect(
      MarkedProgram("‹here›" + Self.tens).rendered(TextRenderer(width: 40)) == """
        error: look here
          --> neuron.grad:1:1
           1 │ hereabcdefg10+abcdefg11+abcdef…
             │ ~~~~

        """)
    #expect(
      MarkedProgram(Self.tens + "‹›").rendered(TextRenderer(width: 40)) == """
        error: look here
          --> neuron.grad:1:301
           1 │ …abcdefg37+abcdefg38+abcdefg39+
             │                                ^

        """)
  }

  @Test("A place wider than the page shows its beginning, or on a last line its end")
  func widePlace() {
    #expect(
      MarkedProgram("x + ‹\(Self.tens)\n\(Self.tens)› + y").rendered(TextRenderer(width: 40)) == """
        error: look here
          --> neuron.grad:1:5
           1 │ x + abcdefg10+abcdefg11+abcdef…
             │     ~~~~~~~~~~~~~~~~~~~~~~~~~~
           2 │ …efg37+abcdefg38+abcdefg39+ + y
             │  ~~~~~~~~~~~~~~~~~~~~~~~~~~

        """)
  }

  @Test("The excerpt fits the page in wide characters and in ASCII", arguments: [false, true])
  func fits(ascii: Bool) {
    let wide = String(repeating: "変η→", count: 100)
    for width in [30, 41, 80] {
      let renderer = TextRenderer(width: width, ascii: ascii)
      let text = MarkedProgram(wide + "‹here›" + wide).rendered(renderer)
      let lines = text.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines.allSatisfy { String($0).displayWidth <= width })
      #expect(text.contains("here"))
    }
  }

  @Test("A line of ten million bytes is shown at once", .timeLimit(.minutes(1)))
  func tenMillionBytes() {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
    bytes[5_000_000] = UInt8(ascii: "@")
    #expect(
      MarkedProgram(bytes: bytes, marking: 5_000_000..<5_000_001)
        .rendered(TextRenderer(width: 40)) == """
          error: look here
            --> neuron.grad:1:5000001
             1 │ …xxxxxxxxxx@xxxxxxxxxxxxxxxxxxx…
               │            ~

          """)
  }
}
