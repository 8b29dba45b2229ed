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
    "```gradus plot=tanh,x=-1..1\n", "```gradus draw=x\n", "input x = 2\n", "```mermaid\n",
    "![plot of tanh](test-pictures/cell-1.svg)\n", "![mine](photo.png)\n", "===\n",
    "---\ntitle: \"x\"\n---\nflowchart LR\n  n0\n",
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

  private static let lesson = """
    ---
    title: "A lesson"
    needs: []
    ---

    # A neuron

    - a list
      - within a list

        ```gradus
        not = a + cell
        ```

    ```gradus label=first draw=y
    input x = 2; param w = -3
    y = tanh(w*x + 6.5)
    backward y
    ```

    ```output
    ```

    ~~~~~ gradus error
    y = wrong(x) # ~~~
    ~~~~~

    ~~~~~output
    ...
    ~~~~~

    | a | b |
    |---|---|
    | 1 | 2 |

    ````gradus
    expect y ~ tanh(0.5)
    show [w, x]
    ````

    ```gradus plot=tanh,x=-1..1
    ```

    ![plot of tanh](test-pictures/cell-4.svg)
    Words.

    ```gradus draw=y
    ```

    ```mermaid
    ---
    title: "y"
    ---
    flowchart LR
      n0 old
    ```
    """

  @Test(
    "A document with bytes lost, doubled or exchanged is left alone or made current",
    arguments: 0..<200)
  func damaged(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919)
    var bytes = Array(
      (seed % 3 == 0 ? Self.lesson.replacing("\n", with: "\r\n") : Self.lesson).utf8)
    for _ in 0..<Int.random(in: 1...6, using: &dice) where !bytes.isEmpty {
      let start = Int.random(in: bytes.indices, using: &dice)
      let end = min(start + Int.random(in: 1...12, using: &dice), bytes.count)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &dice)
      default: bytes.insert(contentsOf: Array("```\n~".utf8).shuffled(using: &dice), at: start)
      }
    }
    let once: [UInt8]
    do {
      once = try recorded(bytes)
    } catch is DocumentFault {
      return
    }
    #expect(
      try recorded(once) == once, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  /// What an author may write below a cell, each with a mark `@` that must never be lost.
  private static let ownBlocks = [
    "Words @ right below.\n", "---\n@\n", "@ as a heading\n===\n", "![photo @](photo.png)\n",
    "![@](pictures/cell-1.svg)\n", "```mermaid\nflowchart TD\n  a --> @\n```\n",
    "```mermaid\n---\ntitle: \"@\"\n---\nflowchart LR\n  a --> b\n```\n", "- @\n", "> @\n",
    "<!-- @ -->\n",
    "```python\n@\n```\n", "[@]: b\n", "\nA paragraph @.\n", "| @ |\n|---|\n",
  ]

  @Test("Nothing that its author wrote is lost, moved or doubled", arguments: 0..<300)
  func nothingIsLost(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 104_729)
    var (text, marks, plots) = ("", 0, 0)
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      let attributes =
        ["", " plot=tanh,x=-1..1", " plot=nosuch", " draw=y", " hidden", " error"]
        .randomElement(using: &dice) ?? ""
      if attributes.hasPrefix(" plot=t") { plots += 1 }
      let program =
        ["input x = 2; y = x^2\n", "1 + 1\n", "oh no\n", ""]
        .randomElement(using: &dice) ?? ""
      text += "```gradus\(attributes)\n\(program)```\n"
      if Bool.random(using: &dice) { text += "\n```output\nold\n...\n```\n" }
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let block = Self.ownBlocks.randomElement(using: &dice) ?? ""
        marks += 1
        text +=
          (Bool.random(using: &dice) ? "\n" : "") + block.replacing("@", with: "author\(marks).")
      }
      text += "\n"
    }
    switch seed % 5 {
    case 0: text += "```mermaid\nto the end author\(marks + 1).\n"
    case 1: text += "```\nto the end author\(marks + 1).\n"
    default: text += "The end author\(marks + 1)."
    }
    let once = try recorded(text)
    func order(_ text: String) -> [Substring] {
      text.split { $0.isWhitespace || "[]()<>!|\"".contains($0) }.filter { $0.hasPrefix("author") }
    }
    #expect(order(once) == order(text))
    #expect(order(once).count == marks + 1)
    #expect(once.split(separator: "(test-pictures/").count - 1 == plots)
    #expect(try recorded(once) == once, "\(text.debugDescription)")
  }

  @Test("Of ten million bytes only the output changes")
  func large() throws {
    let prose = String(
      repeating: String(repeating: "Some words. ", count: 400) + "\n\n- one\n  - two\n\n",
      count: 1_040)
    let cell = "```gradus\n1 + 1\n```\n"
    let once = try recorded(prose + cell + prose)
    #expect(once == prose + cell + "\n```output\n1 + 1 = 2\n  is 1 + 1\n```\n" + prose)
    #expect(try recorded(once) == once)
  }
}
