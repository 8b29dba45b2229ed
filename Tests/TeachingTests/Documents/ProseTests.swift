import Reporting
import Testing

@testable import Teaching

@Suite("Markdown in the terminal")
struct ProseTests {
  private func shown(_ text: String, width: Int = 30) throws -> String {
    TextRenderer(width: width).text(try notebook(text).prose)
  }

  @Test("A formula alone stands in from the edge, but not in a list")
  func formulas() throws {
    #expect(try shown("$$x^2$$\n\n- $x^2$\n- two") == "    x²\n\n• x²\n• two\n")
  }

  @Test("Headings, paragraphs, lists and quotations are wrapped with what stands before them")
  func blocks() throws {
    let text = """
      # A heading

      A *paragraph* of some `words`, long enough to be **wrapped** once.

      - one thing that is longer than the page is wide
      - two
        1. deeper
        2. down

      > quoted words that are longer than the page

      [a link](https://example.org) and ![a picture](a.png)
      """
    #expect(
      try shown(text) == """
        A heading

        A paragraph of some words,
        long enough to be wrapped
        once.

        • one thing that is longer
          than the page is wide
        • two
          1. deeper
          2. down

        │ quoted words that are longer
        │ than the page

        a link (https://example.org)
        and [a picture]

        """)
  }

  @Test("Tables line up, code stays as it is, cells are left out")
  func tables() throws {
    let text = """
      | name | value |
      |:---|---:|
      | `a` | 1 |
      | 中文 | 20 |

      ```python
      a = [1,   2]  # a line that is longer than the page
      ```

      ```gradus
      x = 1
      ```
      ```output
      no
      ```
      """
    #expect(
      try shown(text) == """
        name  value
        a         1
        中文     20

          a = [1,   2]  # a line that is longer than the page

        """)
  }

  @Test("Deep nesting and foreign signs are no trouble")
  func deep() throws {
    #expect(try shown(String(repeating: "> ", count: 5_000) + "x").contains("x"))
    #expect(try shown(String(repeating: "*", count: 5_000) + "x").contains("x"))
    #expect(try shown("a\u{1B}[31mb").contains("\\u{1B}"))
    #expect(try !shown("<b>a</b> <!-- no --> &lt;").contains("no"))
  }
}
