import Reporting
import Testing

@testable import Teaching

@Suite("The pictures of a document")
struct PictureTests {
  private static let cell = "```gradus plot=tanh,x=-1..1\nx = 2\n```\n"
  private static let image = "![plot of tanh](test-pictures/cell-1.svg)\n"

  private func warnings(_ text: String) throws -> [String] {
    let notebook = try notebook(text)
    return notebook.warnings.map {
      "\(notebook.sources.place(of: $0.range)?.start.line ?? 0): \($0.message)"
    }
  }

  @Test(
    "What stands right below a cell does not become part of its picture",
    arguments: ["Text below.\n", "---\n", "===\n", "- a\n", "| a |\n|---|\n"])
  func below(_ text: String) throws {
    let once = try recorded(Self.cell + text)
    #expect(once == Self.cell + "\n" + Self.image + "\n" + text)
    #expect(try recorded(once) == once)
  }

  @Test(
    "An image or a diagram of the author's is never taken for a picture of a cell",
    arguments: [
      "![my own photo](photo.png)\n", "![mine](pictures/cell-1.svg)\n",
      "![mine](other-pictures/cell-1.svg)\n", "![plot of mine](a/b-pictures/cell-1.svg)\n",
      "```mermaid\nflowchart TD\n  a --> b\n```\n",
      "```mermaid\n---\ntitle: \"Mine\"\n---\nflowchart LR\n  a --> b\n```\n",
      "```mermaid\nflowchart TD\n  a --> b\n\n# Words to the end\n",
    ])
  func ofTheAuthor(_ own: String) throws {
    #expect(
      try recorded(Self.cell + "\n" + own) == Self.cell + "\n" + Self.image + "\n" + own)
    let failing = Self.cell.replacing("tanh", with: "nosuch")
    #expect(try recorded(failing + "\n" + own).hasSuffix("\n" + own))
    let drawn = try recorded("```gradus draw=y\ninput x = 2; y = x^2\n```\n\n" + own)
    #expect(drawn.hasSuffix("```\n\n" + own))
    #expect(drawn.contains("title: \"y\""))
    #expect(try recorded(drawn) == drawn)
  }

  @Test("A graph drawn here has to end before anything else begins")
  func unclosed() throws {
    let cell = "```gradus draw=y\ninput x = 2; y = x^2\n```\n"
    let whole = try recorded(cell)
    let open = whole.dropLast(4)
    #expect(complaints(String(open)) == ["5: the end of this picture is missing"])
    #expect(
      complaints(open + "\nProse.\n\n```gradus\n1\n```\n")
        == ["5: the end of this picture is missing: line 16 begins another block"])
  }

  @Test("From standard input, where nothing can lie beside it, the recorded pictures stay")
  func standardInput() throws {
    let text = Self.cell + "\n" + Self.image + "\nwords\n"
    let run = NotebookRun(
      of: try Notebook(SourceText(name: "<stdin>", text)), by: CellRunner())
    #expect(String(decoding: run.updated, as: UTF8.self) == text)
    #expect(run.stale.isEmpty)
  }

  @Test("A picture that stands there twice is found and written once")
  func twice() throws {
    let text = Self.cell + "\n" + Self.image
    for copies in 1...2 {
      let doubled = text + String(repeating: "\n" + Self.image, count: copies) + "\nwords\n"
      #expect(NotebookRun(of: try notebook(doubled), by: CellRunner()).stale.count == 1)
      #expect(try recorded(doubled) == text + "\nwords\n")
    }
  }

  @Test("A picture from before the document was renamed is replaced")
  func renamed() throws {
    let old = Self.image.replacing("test-", with: "draft-")
    #expect(try recorded(Self.cell + "\n" + old) == Self.cell + "\n" + Self.image)
  }

  @Test("A picture below a cell that does not ask for it is told of, and stays")
  func notAsked() throws {
    let drawn = try recorded("```gradus draw=y\ninput x = 2; y = x^2\n```\n")
    let message = "5: this picture was made here, and is not that of cell 1"
    for other in ["", " plot=y,x=-1..1"] {
      let text = drawn.replacing(" draw=y", with: other)
      #expect(try warnings(text) == [message])
      let once = try recorded(text)
      #expect(once.contains("title: \"y\""))
      #expect(try recorded(once) == once)
      #expect(try notebook(once).warnings.count == 1)
    }
    let plain = "```gradus\nx = 2\n```\n\n"
    #expect(try warnings(plain + Self.image) == [message])
    // The plot of another cell may be shown again.
    let second = plain + Self.image.replacing("cell-1", with: "cell-2") + "\n" + Self.cell
    #expect(try warnings(second).isEmpty)
  }

  @Test("No two cells have their plots in one file, and no two documents in one folder")
  func names() throws {
    let text =
      "```gradus label=cell-2 plot=tanh,x=-1..1\n```\n```gradus plot=sin,x=-1..1\n```\n"
      + "```gradus label=wave plot=sin,x=-1..1\n```\n"
    #expect(try notebook(text).pictureNames == ["cell-1.svg", "cell-2.svg", "wave.svg"])
    let folders = ["a/same.md", "a/same.markdown", ".md", "<stdin>"].map {
      Notebook.pictureFolder(of: SourceText(name: $0, ""))
    }
    #expect(folders == ["same-pictures", "same.markdown-pictures", ".md-pictures", nil])
  }
}
