import Testing

@testable import Teaching

@Suite("The cells of a document")
struct CellTests {
  @Test("A cell is a fenced block of the document itself whose first word is 'gradus'")
  func found() throws {
    let text = """
      # One
      ```gradus
      x = 1
      ```

      - a list
        ```gradus
        y = 2
        ```
      > ```gradus
      > z = 3
      > ```

          ```gradus
          w = 4
          ```

      <div>
      ```gradus
      v = 5
      ```
      </div>

      ```python
      u = 6
      ```
      ~~~ gradus label=last
      show x
      ~~~
      """
    let cells = try notebook(text).cells
    #expect(cells.map(\.program) == ["x = 1\n", "show x\n"])
    #expect(cells.map(\.headings) == [["One"], ["One"]])
    #expect(cells.map(\.line) == [2, 27])
    #expect(cells.map(\.attributes.label) == [nil, "last"])
  }

  @Test("The output of a cell is the block right after it, with blank lines between them at most")
  func output() throws {
    let cell = "```gradus\n1\n```\n"
    let output = "```output\na\nb\n```\n"
    #expect(try notebook(cell + output).cells[0].recorded == ["a", "b"])
    #expect(try notebook(cell + "\n \n\n" + output).cells[0].recorded == ["a", "b"])
    #expect(try notebook(cell + "words\n\n" + output).cells[0].recorded == nil)
    #expect(try notebook(cell + "\n[a]: b\n\n" + output).cells[0].recorded == nil)
    #expect(try notebook(cell + "```output\n```\n").cells[0].recorded == [])
    #expect(try notebook(output + cell).cells[0].recorded == nil)
  }

  @Test("A fence that stands further in takes its spaces from the lines below")
  func indented() throws {
    let cell = try notebook("  ~~~~ gradus\n   a = 1\n b = 2\n~~~\nc = 3\n   ~~~~~  \n").cells[0]
    #expect(cell.program == " a = 1\nb = 2\n~~~\nc = 3\n")
  }

  @Test("A fence that is never closed goes on to the end")
  func unclosed() throws {
    #expect(
      try notebook("```gradus\nx = 1\n\n```python").cells[0].program == "x = 1\n\n```python\n")
    #expect(try notebook("```gradus").cells[0].program.isEmpty)
  }

  @Test("Lines may end in a carriage return, a line feed or both")
  func lineBreaks() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["# a", "```gradus", "x = 1", "", "x", "```", "", "```output", "1", "```"]
        .joined(separator: end)
      let cell = try notebook(text).cells[0]
      #expect(cell.program == "x = 1\n\nx\n")
      #expect(cell.recorded == ["1"])
    }
  }

  @Test(
    "Says what is wrong with an attribute",
    arguments: [
      (
        "```gradus hiden\n```",
        "1: a cell has no attribute 'hiden'; did you mean 'hidden'?"
      ),
      ("\n```gradus error=yes\n```", "2: the attribute 'error' takes no value"),
      ("```gradus label\n```", "1: the attribute 'label' needs a value"),
      ("```gradus error error\n```", "1: the attribute 'error' stands here twice"),
      ("```gradus,hidden\n```", "1: attributes stand after a space: 'gradus label=…'"),
      (
        "```gradus label=a\n```\n```gradus label=a\n```",
        "3: another cell has the label 'a' already"
      ),
    ])
  func attributes(_ text: String, _ message: String) {
    #expect(complaints(text) == [message])
  }

  @Test("Finds its way through ten million bytes")
  func large() throws {
    let part = "## Part\n\nSome words, *and* more.\n\n```gradus\nx = 1\n```\n\n"
    let text = String(repeating: part, count: 10_000_000 / part.utf8.count)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try notebook(text).cells.count }
    #expect(count == 10_000_000 / part.utf8.count)
    #expect(time < .seconds(60))
  }
}
