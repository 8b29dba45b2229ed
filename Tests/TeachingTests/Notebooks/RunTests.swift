import Reporting
import Testing

@testable import Teaching

@Suite("Notebooks run")
struct NotebookRunTests {
  @Test("All cells share one session, and one that fails does not stop the others")
  func session() throws {
    let text = """
      ```gradus
      x = 2
      ```
      ```gradus error
      y = tanhh(x)
      ```
      ```gradus
      show x
      ```
      """
    let result = try recorded(text)
    #expect(result.contains("error: there is no function called 'tanhh'; did you mean 'tanh'?"))
    #expect(result.contains("--> <cell 2>:1:5"))
    #expect(result.contains("x = 2"))
    let run = NotebookRun(of: try notebook(result), by: CellRunner())
    #expect(run.stale.isEmpty)
    #expect(run.results.map(\.isUnexpected) == [false, false, false])
  }

  @Test("A cell that must fail and does not is stale; one that fails is recorded")
  func mustFail() throws {
    let text = "```gradus error\nx = 1\n```\n```gradus\nexpect 1 == 2\n```\n```output\n...\n```\n"
    let run = NotebookRun(of: try notebook(text), by: CellRunner())
    #expect(run.stale.map(\.cell.number) == [1])
    #expect(run.results.map(\.isUnexpected) == [true, true])
    #expect(String(decoding: run.updated, as: UTF8.self) == text)
  }

  @Test("What is nondeterministic is recorded and not compared; what is hidden is not shown")
  func unlike() throws {
    let text = "```gradus nondeterministic\n1\n```\n```output\n0.9\n```\n```gradus hidden\n2\n```\n"
    let run = NotebookRun(of: try notebook(text), by: CellRunner())
    #expect(run.stale.isEmpty)
    #expect(String(decoding: run.updated, as: UTF8.self) == text.replacing("0.9", with: "1 = 1"))
  }

  @Test("Only the cells that are meant are compared, and those before them run")
  func only() throws {
    let text = """
      # First
      ```gradus label=a
      x = 2; x
      ```
      ## Within
      ```gradus
      x
      ```
      # Second
      ```gradus label=b
      x + 1
      ```
      """
    let notebook = try notebook(text)
    func numbers(_ name: String) -> [Int] {
      NotebookRun(of: notebook, only: CellFilter(name), by: CellRunner()).results.map(\.cell.number)
    }
    #expect(numbers("a") == [1])
    #expect(numbers("first") == [1, 2])
    #expect(numbers("Second") == [3])
    #expect(numbers("third") == [])
    let run = NotebookRun(of: notebook, only: CellFilter("b"), by: CellRunner())
    #expect(run.results[0].lines.first == "x + 1 = 3")
  }

  @Test("Steps name the lines of their own cell only")
  func lines() throws {
    let text = "```gradus\ninput x = 2\ny = x^2\n```\n```gradus\n\n\nz = 3*y\nbackward z\n```\n"
    let run = NotebookRun(of: try notebook(text), by: CellRunner())
    #expect(run.results[1].lines.contains { $0.hasSuffix("line 3") })
    #expect(!run.results[1].lines.contains { $0.hasSuffix("line 2") })
  }

  @Test("Of what floods the page a mebibyte is recorded")
  func flood() throws {
    let text = "```gradus\ninput x = 1; y = x; for k in 1..40000 { y = y*x }\nforward y\n```\n"
    let lines = NotebookRun(of: try notebook(text), by: CellRunner()).results[0].lines
    #expect(lines.last == "… more than a mebibyte was printed; the rest is left out")
    #expect(lines.reduce(0) { $0 + $1.utf8.count } < 2 << 20)
  }

  @Test("A difference has the form of 'diff -u', with the lines of the document")
  func difference() {
    let old = ["a", "b", "c", "d", "e", "f"]
    let diff = UnifiedDiff(from: old, to: ["a", "b", "c", "d", "E", "f", "g"], line: 11)
    let lines = diff.document("n.md").blocks.compactMap { block -> String? in
      if case .line(let line, _) = block { line.text } else { nil }
    }
    #expect(
      lines == [
        "--- n.md (recorded)", "+++ n.md (computed)", "@@ -12,5 +12,6 @@", " b", " c", " d", "-e",
        "+E", " f", "+g",
      ])
    #expect(UnifiedDiff(from: old, to: old, line: 1).document("n.md").blocks.isEmpty)
  }
}
