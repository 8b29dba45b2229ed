import Pictures
import Reporting
import Testing

@Suite("A graph drawn in a terminal")
struct TerminalPictureTests {
  private func text(_ picture: GraphPicture, width: Int = 80, ascii: Bool = false) -> String {
    TextRenderer(width: width, ascii: ascii).text(picture.document(width: width, ascii: ascii))
  }

  @Test("A neuron shows every value, every gradient and every local derivative")
  func neuron() throws {
    let expected = """
      ┌ w ───────┐  ┌ x ────────┐
      │ value -3 │  │ value 2   │
      │ grad 1   │  │ grad -1.5 │
      └─────────┬┘  └─┬─────────┘
               ×2    ×-3
                ▼     ▼
            ╭ w*x ─────╮  ┌ b ──────────┐
            │ value -6 │  │ value 6.881 │
            │ grad 0.5 │  │ grad 0.5    │
            ╰─────────┬╯  └────┬────────┘
                      ×1      ×1
                       ▼       ▼
                    ╭ w*x + b ─────╮
                    │ value 0.8814 │
                    │ grad 0.5     │
                    ╰────────┬─────╯
                           ×0.5
                             ▼
                     ╭ y = tanh ────╮
                     │ value 0.7071 │
                     │ grad 1       │
                     ╰──────────────╯

      """
    #expect(text(try GraphExamples.neuron()) == expected)
  }

  @Test("A fork shows both uses, and that a square uses its operand twice")
  func fork() throws {
    let expected = """
      ┌ x ──────┐
      │ value 3 │ ╭─────────────────────────×1───╮  ╭ y = + ───╮
      │ grad 7  ├─┴×(3 + 3)─╮  ╭ x*x ────╮ ╭×1─╮ ╰─▶│ value 12 │
      └─────────┘           ╰─▶│ value 9 ├─╯   ╰───▶│ grad 1   │
                               │ grad 1  │          ╰──────────╯
                               ╰─────────╯

      """
    #expect(text(try GraphExamples.fork()) == expected)
  }

  @Test("In ASCII a Greek name takes the room of its letters, and the box still closes")
  func ascii() throws {
    var builder = GraphBuilder()
    let eta = builder.leaf("η", 0.5)
    let output = try builder.add("tanh", eta, named: "σ")
    let expected = """
      + eta --------+          + sigma = tanh +
      | value 0.5   +-*0.7864->| value 0.4621 |
      | grad 0.7864 |          | grad 1       |
      +-------------+          +--------------+

      """
    #expect(text(builder.picture(of: output), ascii: true) == expected)
  }

  @Test("A name of wide characters keeps the right side of its box straight")
  func wideName() throws {
    var builder = GraphBuilder()
    let output = builder.leaf("学习率", 0.5)
    let expected = """
      ┌ 学习率 ───┐
      │ value 0.5 │
      │ grad 1    │
      └───────────┘

      """
    #expect(text(builder.picture(of: output)) == expected)
  }

  @Test("A picture too wide for the page lists the leaves inside the boxes that use them")
  func listedLeaves() throws {
    let lines = text(try GraphExamples.network()).split(separator: "\n")
    #expect(
      lines.contains { $0.contains("│ w1 0.15  grad 0.0003691 │  │ w3 0.25  grad 0.0004277 │") })
  }

  @Test("A picture that fits no page becomes a list that names a shared node once")
  func list() throws {
    let expected = """
      y = +   value 12   grad 1
      ├─ x*x   value 9   grad 1   local 1
      │  ▲ x   value 3   grad 7   local (3 + 3)
      ╰─ ↑ x   local 1

      ▲ feeds the line above   ↑ described above

      """
    let wide = TextRenderer(width: 80)
    #expect(wide.text(try GraphExamples.fork().document(width: 12)) == expected)
  }

  @Test("In ASCII a list still tells what feeds a line from what was described above")
  func asciiList() throws {
    let picture = try GraphExamples.fork()
    let expected = """
      y = +   value 12   grad 1
      +- x*x   value 9   grad 1   local 1
      |  | x   value 3   grad 7   local (3 + 3)
      +- ^ x   local 1

      | feeds the line above   ^ described above

      """
    let wide = TextRenderer(width: 80, ascii: true)
    #expect(wide.text(picture.document(width: 12, ascii: true)) == expected)
  }

  @Test("A long chain is a list without indents")
  func chain() throws {
    let lines = text(try GraphExamples.chain(of: 30)).split(separator: "\n")
    #expect(lines.count == 32)
    #expect(lines[0] == "h30 = tanh     value 0.2034   grad 1")
    #expect(lines[30] == "▲ x            value 0.5      grad 0.06584   local 0.7864")
  }

  @Test("No line is longer than the page", arguments: 1...40)
  func width(seed: UInt64) throws {
    let picture = try GraphExamples.tangle(of: Int(seed), seed: seed)
    for width in [60, 80, 132] {
      for line in text(picture, width: width).split(separator: "\n") {
        #expect(String(line).displayWidth <= width)
      }
    }
  }

  @Test("Every box and every arrow head of a drawing is whole", arguments: 1...40)
  func whole(seed: UInt64) throws {
    let drawing = text(try GraphExamples.tangle(of: 7, seed: seed), width: 200)
    let rows = drawing.split(separator: "\n").map { Array($0) }
    guard drawing.contains("┌") else { return }
    for (y, row) in rows.enumerated() {
      for (x, character) in row.enumerated() where character == "▼" {
        #expect("─┬ abcdefghijklmnopqrstuvwxyzL0123456789*+-=()".contains(rows[y + 1][x]))
        #expect("│╮╭×0123456789.()-+e".contains(rows[y - 1][x]))
      }
    }
  }
}
