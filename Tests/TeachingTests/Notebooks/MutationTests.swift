import Reporting
import Testing

@testable import Teaching

@Suite("Documents of every kind")
struct MutationTests {
  /// A generator whose numbers are the same on every machine.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    "```gradus\n", "```\n", "~~~\n", "~~~~gradus error\n", "````output\n", "```output\n", "\n",
    "\r\n",
    "\r", "x = 1\n", "x\n", "1 + 1\n", "oh no ``` ~~~~\n", "  ", "- ", "> ", "    ", "\t",
    "# Title\n",
    "<!--\n", "-->\n", "[a]: b\n", "---\n", "title: a\n", "...\n", "words", "\u{301}", "\u{FEFF}",
    "```gradus nondeterministic\n", "   ```gradus hidden\n", "1 = 1\n", "`", "~", "\u{0}", "gradus",
    "é",
    "<div>\n", "</div>\n", "| a | b |\n|---|---|\n", "expect 1 == 2\n",
  ]

  @Test("Running a document twice changes no byte the second time", arguments: 0..<400)
  func idempotent(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...40, using: &dice) {
      bytes += Array((Self.pieces.randomElement(using: &dice) ?? "").utf8)
    }
    if seed % 4 == 0, !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
    }
    let once: [UInt8]
    do {
      once = try recorded(bytes)
    } catch is DocumentFault {
      return
    }
    let twice = try recorded(once)
    #expect(once == twice, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    let run = NotebookRun(
      of: try Notebook(SourceText(name: "", bytes: once)), by: CellRunner())
    let stale = run.results.filter { !$0.isCurrent }
    #expect(stale.isEmpty)
  }
}
