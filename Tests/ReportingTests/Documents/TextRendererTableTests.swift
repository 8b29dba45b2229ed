import Reporting
import Testing

@Suite("Tables on a page")
struct TextRendererTableTests {
  private func text(_ table: Table, width: Int = 80, ascii: Bool = false) -> String {
    var document = Document()
    document.add(table)
    return TextRenderer(width: width, ascii: ascii).text(document)
  }

  @Test("Columns line up two spaces apart, numbers on the right")
  func alignment() {
    let table = Table(
      [.left, .right],
      rows: [["name", "value", "note"], ["w", "-0.5", ""], ["bias", "12"], []], indent: 2)
    #expect(
      text(table) == """
          name  value  note
          w      -0.5
          bias     12


        """)
  }

  @Test("Wide and combining characters are given the columns they take")
  func widths() {
    #expect(
      text(Table(rows: [["中文", "a"], ["e\u{301}", "b"], ["😀", "c"], ["abcd", "d"]])) == """
        中文  a
        e\u{301}     b
        😀    c
        abcd  d

        """)
    #expect(
      text(Table(rows: [["η", "a"], ["abcd", "→"]]), ascii: true) == """
        eta   a
        abcd  ->

        """)
  }

  @Test("A cell of several lines stands beside its neighbours")
  func lineBreaksInCells() {
    #expect(
      text(Table([.right], rows: [["1\n22", "a\nb\nc"], ["3", "d"]])) == """
         1  a
        22  b
            c
         3  d

        """)
  }

  private let explained = Table(
    [.left, .right],
    rows: [
      ["name", "value", "why"],
      ["w", "0.70710678", "the last use of x comes first"],
      ["b", "1", "added once"],
    ])

  @Test("The last column of a table that is too wide is wrapped")
  func wrappedColumn() {
    #expect(
      text(explained, width: 34) == """
        name       value  why
        w     0.70710678  the last use of
                          x comes first
        b              1  added once

        """)
  }

  @Test("What would be too narrow moves to a line below, still lined up")
  func movedColumns() {
    #expect(
      text(explained, width: 22) == """
        name       value
            why
        w     0.70710678
            the last use of x
            comes first
        b              1
            added once

        """)
    let numbers = Table(
      [.left, .right, .right, .right],
      rows: [["w", "0.123456", "-0.5", "1"], ["b", "2", "1234567", "10"]])
    #expect(
      text(numbers, width: 20) == """
        w  0.123456     -0.5
             1
        b         2  1234567
            10

        """)
    #expect(
      text(numbers, width: 5) == """
        w
          0.123456
             -0.5
           1
        b
                 2
          1234567
          10

        """)
  }

  @Test("At every width every word is there, and no line is wider than it must be")
  func nothingIsLost() {
    func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" }.sorted() }
    let all = words(text(explained, width: 200))
    for width in 0...60 {
      let shown = text(explained, width: width)
      #expect(words(shown) == all, "at \(width)")
      let widest = shown.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
      #expect(widest <= max(width, 14), "at \(width)")
    }
  }
}
