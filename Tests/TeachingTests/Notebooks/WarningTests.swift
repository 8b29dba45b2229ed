import Reporting
import Testing

@testable import Teaching

@Suite("What a document's author is told")
struct WarningTests {
  private func warnings(_ text: String) throws -> [String] {
    let notebook = try notebook(text)
    return notebook.warnings.map {
      "\(notebook.sources.place(of: $0.range)?.start.line ?? 0): \($0.message)"
    }
  }

  @Test(
    "An output without an end of its own is refused: it would swallow what follows",
    arguments: [
      ("```output\n5\n\nProse.\n", "4: the end of this output is missing"),
      ("```output", "4: the end of this output is missing"),
      (
        "```output\n5\n\n# Next\n\n```gradus\nshow 1\n```\n",
        "4: the end of this output is missing: line 9 begins another block"
      ),
      (
        "```output\n5\n\n```python\n1\n```\n",
        "4: the end of this output is missing: line 7 begins another block"
      ),
      (
        "~~~output\n5\n\n```gradus\n1\n```\n~~~\n",
        "4: the end of this output is missing: line 7 begins another block"
      ),
    ])
  func unclosed(_ output: String, _ message: String) {
    #expect(complaints("```gradus\n4\n```\n" + output) == [message])
  }

  @Test("A longer fence may hold a shorter one")
  func longer() {
    #expect(complaints("```gradus\n4\n```\n````output\n```python\n````\n").isEmpty)
  }

  @Test("A cell inside of a list or a quotation is told of")
  func nested() throws {
    let list = "- a\n  - b\n\n    ```gradus\n    1\n    ```\n"
    #expect(try warnings(list) == ["4: this cell stands inside of a list, where it does not run"])
    let quotation = "> ```gradus hidden\n> 1\n> ```\n"
    #expect(
      try warnings(quotation) == [
        "1: this cell stands inside of a quotation, where it does not run"
      ])
    #expect(try warnings("- ```text\n  gradus\n  ```\n").isEmpty)
    #expect(try warnings(String(repeating: "> ", count: 20_000) + "a\n").isEmpty)
  }

  @Test("An output that belongs to no cell is told of, unless it follows other code")
  func outputs() throws {
    let cell = "```gradus\n1\n```\n\n"
    let output = "```output\n1 = 1\n```\n"
    let message = "this output belongs to no cell, and nobody compares it"
    #expect(try warnings(cell + "Some words.\n\n" + output) == ["7: \(message)"])
    #expect(try warnings(cell + output + "\n" + output) == ["9: \(message)"])
    #expect(try warnings(cell + output + "\nIn Python:\n\n" + output).isEmpty)
    #expect(try warnings(cell + "```python\n1\n```\n\n" + output).isEmpty)
    #expect(try warnings(output).isEmpty)
  }

  @Test("Of two outputs the second stays the author's, also where the cell prints nothing")
  func second() throws {
    let text = "```gradus\nx = 1\n```\n\n```output\nold\n```\n\n```output\nmine\n```\n"
    let once = try recorded(text)
    #expect(once == text.replacing("old\n", with: ""))
    #expect(try recorded(once) == once)
  }

  @Test(
    "Any front matter will do for a notebook",
    arguments: [
      "title: |\n  A block\n  of lines",
      "jupyter:\n  kernelspec:\n    name: python3\n  jupytext: {a: b}",
      "authors:\n  - name: A\n    at: B", "a: b: c", "{a: b}", "\"a\": b",
    ])
  func frontMatter(_ yaml: String) throws {
    let text = "---\n\(yaml)\n---\n\n```gradus\n1\n```\n"
    #expect(try notebook(text).frontMatter != nil)
    #expect(try recorded(text) == text + "\n```output\n1 = 1\n```\n")
  }

  @Test("Between two lines across the page stand no facts")
  func rules() throws {
    let cell = "```gradus\n1\n```\n"
    for text in ["\n\(cell)\n", "Words: none.\n\n\(cell)", "# Title\n\nSome words.\n", "Words\n"] {
      let document = "---\n\(text)\n---\n\(cell)"
      #expect(try notebook(document).frontMatter == nil)
      #expect(try notebook(document).cells.count == document.split(separator: "gradus").count - 1)
    }
  }
}
