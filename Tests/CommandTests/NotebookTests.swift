import Foundation
import Testing

@Suite("gradus notebook")
struct NotebookTests {
  private static let text = "# T\n\n```gradus label=sum\n1 + 1\n```\n\nwords\n"
  private static let recorded =
    "# T\n\n```gradus label=sum\n1 + 1\n```\n\n```output\n1 + 1 = 2\n  is 1 + 1\n```\n\nwords\n"

  @Test("Writes outputs, says how many, and leaves a current file untouched")
  func run() throws {
    let folder = try Folder()
    let path = try folder.write(Self.text, to: "a.md")
    let first = try Gradus.run("notebook", "run", "a.md", in: folder)
    #expect(first.status == 0)
    #expect(first.output == "a.md: 1 cell, 1 output written\n")
    #expect(try folder.read("a.md") == Self.recorded)
    let old = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    let second = try Gradus.run("notebook", "run", "a.md", in: folder)
    #expect(second.output == "a.md: 1 cell, nothing changed\n")
    let new = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(old == new)
    #expect(folder.names == ["a.md"])
  }

  @Test("Compares many files, shows what differs, and ends with one line about all of them")
  func check() throws {
    let folder = try Folder()
    try folder.write(Self.recorded, to: "a.md")
    try folder.write(Self.recorded.replacing("= 2", with: "= 3"), to: "b.md")
    let run = try Gradus.run("notebook", "check", "a.md", "b.md", in: folder)
    #expect(run.status == 1)
    #expect(
      run.output == """
        --- b.md (recorded)
        +++ b.md (computed)
        @@ -8,2 +8,2 @@
        -1 + 1 = 3
        +1 + 1 = 2
           is 1 + 1
        2 files, 2 cells: 1 stale

        """)
    #expect(try Gradus.run("notebook", "check", "a.md", in: folder).status == 0)
    #expect(
      try Gradus.run("notebook", "check", "a.md", "b.md", "--only", "sum", in: folder).status == 1)
  }

  @Test("Prints in a cell what 'gradus run' prints on a pipe")
  func sameAsRun() throws {
    let folder = try Folder()
    let program = """
      input x = 2
      param w = -3
      y = tanh(w*x + 6.88)
      forward y
      backward y
      check y
      plot tanh, x=-2..2
      expect y ~ 0
      draw y
      z = tanhh(y)

      """
    try folder.write("```gradus\n\(program)```\n", to: "a.md")
    try folder.write(program, to: "cell.grad")
    #expect(try Gradus.run("notebook", "run", "a.md", in: folder).status == 0)
    let run = try Gradus.shell("cd '\(folder.path)' && gradus run cell.grad 2>&1")
    let shown = run.output.replacing("cell.grad:", with: "<cell 1>:")
    #expect(try folder.read("a.md") == "```gradus\n\(program)```\n\n```output\n\(shown)```\n")
  }

  @Test("Says by its exit status what went wrong, and goes on with the other files")
  func statuses() throws {
    let folder = try Folder()
    try folder.write(Self.recorded, to: "good.md")
    try folder.write("```gradus loud\n```\n", to: "bad.md")
    try folder.write("```gradus error\n1\n```\n", to: "tame.md")
    try folder.write("```gradus\noh no\n```\n", to: "failing.md")
    func status(_ arguments: String) throws -> Int32 {
      try Gradus.shell("cd '\(folder.path)' && gradus notebook \(arguments)").status
    }
    #expect(try status("check good.md") == 0)
    #expect(try status("check bad.md good.md") == 65)
    #expect(try status("check nothing.md good.md") == 66)
    #expect(try status("check") == 64)
    #expect(try status("check good.md --only nothing") == 64)
    #expect(try status("check tame.md") == 1)
    #expect(try status("run tame.md") == 1)
    #expect(try status("run failing.md") == 0)
    #expect(try status("check failing.md") == 1)
    #expect(try folder.read("failing.md").contains("expected an operator between 'oh' and 'no'"))
    let both = try Gradus.run("notebook", "check", "nothing.md", "good.md", in: folder)
    #expect(both.output == "1 file, 1 cell: every output is current; 1 file not read\n")
  }

  @Test("Reads the files a cell names beside the document, and draws there")
  func folder() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("sub"), withIntermediateDirectories: true)
    try folder.write("x,y\n1,2\n", to: "sub/d.csv")
    let cell = "data d = csv(\"d.csv\")\nlen(d)\ninput x = 1; y = x^2; draw y, to=\"y.svg\"\n"
    try folder.write("```gradus\n\(cell)data e = csv(\"no.csv\")\n```\n", to: "sub/a.md")
    let run = try Gradus.run("notebook", "run", folder.path + "/sub/a.md")
    #expect(run.status == 0)
    let text = try folder.read("sub/a.md")
    #expect(text.contains("len(d) = 1"))
    #expect(text.contains("no.csv") && !text.contains(folder.path))
    #expect(try folder.read("sub/y.svg").hasPrefix("<svg"))
  }

  @Test("What comes from standard input goes to standard output")
  func standardInput() throws {
    let run = try Gradus.run("notebook", "run", "-", input: Self.text)
    #expect(run.output == Self.recorded)
    #expect(try Gradus.run("notebook", "check", "-", input: Self.recorded).status == 0)
  }
}
