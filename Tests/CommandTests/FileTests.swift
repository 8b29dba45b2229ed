import Foundation
import Testing

@Suite("Files of the command line")
struct FileTests {
  @Test("Says clearly that a file is not there, is a folder, or cannot be read")
  func unreadable() throws {
    let folder = try Folder()
    try folder.write("1", to: "there.grad")
    try FileManager.default.createDirectory(
      at: folder.url("sub"), withIntermediateDirectories: true)
    for (name, message) in [
      ("nothing.grad", "gradus: there is no file 'nothing.grad'\n"),
      ("there", "gradus: there is no file 'there'; did you mean 'there.grad'?\n"),
      ("sub", "gradus: 'sub' is a folder, not a file\n"),
      ("there.grad/x", "gradus: there is no file 'there.grad/x'\n"),
      ("no\u{1B}[31m", "gradus: there is no file 'no\\u{1B}[31m'\n"),
    ] {
      let run = try Gradus.run("run", name, in: folder)
      #expect(run.status == 66)
      #expect(run.errors == message)
      #expect(run.output.isEmpty)
    }
  }

  @Test("Reads a program from a file, by the name that was given")
  func file() throws {
    let folder = try Folder()
    try folder.write("1 + 1\noh no", to: "a.grad")
    let run = try Gradus.run("run", "a.grad", in: folder)
    #expect(run.errors.contains("--> a.grad:2:"))
  }

  @Test("Draws to a file, leaving nothing else behind")
  func drawing() throws {
    let folder = try Folder()
    let program = "input x = 2; y = tanh(x); draw y, to=\"y.dot\""
    let run = try Gradus.run("run", "-", input: program, in: folder)
    #expect(run.status == 0)
    #expect(folder.names == ["y.dot"])
    #expect(try folder.read("y.dot").hasPrefix("digraph"))
  }

  @Test("Keeps a link and the rights of the file it replaces")
  func link() throws {
    let folder = try Folder()
    let old = try folder.write("old", to: "old.dot")
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: old)
    try files.createSymbolicLink(atPath: folder.path + "/y.dot", withDestinationPath: "old.dot")
    let program = "input x = 2; y = tanh(x); draw y, to=\"y.dot\""
    #expect(try Gradus.run("run", "-", input: program, in: folder).status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: folder.path + "/y.dot") == "old.dot")
    #expect(try folder.read("old.dot").hasPrefix("digraph"))
    #expect(try files.attributesOfItem(atPath: old)[.posixPermissions] as? Int == 0o640)
  }

  @Test("Says that a file cannot be written, and what it had shown before stays")
  func unwritable() throws {
    let program = "1 + 1\ninput x = 2; y = tanh(x); draw y, to=\"nowhere/y.dot\"\n2 + 2"
    let run = try Gradus.run("run", "-", input: program)
    #expect(run.status == 73)
    #expect(run.lines.first == "1 + 1 = 2")
    #expect(run.errors == "error: cannot write 'nowhere/y.dot': no such file or directory\n")
  }

  @Test("Says in which forms it can draw")
  func unknownForm() throws {
    let program = "input x = 2; y = tanh(x); draw y, to=\"y.png\""
    let run = try Gradus.run("run", "-", input: program)
    #expect(run.status == 2)
    #expect(run.errors.contains("a file that is drawn to ends in one of .dot, .mmd, .svg"))
  }
}
