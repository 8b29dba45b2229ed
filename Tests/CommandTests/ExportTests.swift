import Testing

@Suite("gradus export and gradus step")
struct ExportTests {
  private let program = """
    input x = 2
    param w = -3
    z = w*x
    y = tanh(z + 6.5)
    lr = 0.1
    y
    """

  @Test("Draws what was defined last and depends on a leaf")
  func lastDefined() throws {
    let run = try Gradus.run("export", "-", "--to", "dot", input: program)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("digraph"))
    #expect(run.output.contains("\"y\""))
  }

  @Test("Draws what the program went backward from, or what '--of' names")
  func named() throws {
    let backward = try Gradus.run(
      "export", "-", "--to", "json", input: program + "\nbackward z, steps=false")
    #expect(backward.objects.last??["of"] as? String == "z")
    let named = try Gradus.run("export", "-", "--to", "json", "--of", "y + w", input: program)
    #expect(named.objects.allSatisfy { $0 != nil })
    #expect(named.objects.last??["of"] as? String == "y + w")
    let types = named.objects.compactMap { $0?["type"] as? String }
    #expect(Set(types) == ["step", "value", "gradients"])
  }

  @Test("Says what is wrong with a name, a program, or a program without a value")
  func wrong() throws {
    for (program, arguments, words) in [
      (program, ["--of", "nothing"], "there is nothing called 'nothing'"),
      ("y = tanhh(1)", [], "tanhh"), ("x = 1", [], "defines no value"),
    ] {
      let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
      let run = try Gradus.shell("gradus export - --to dot \(quoted)", input: program)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test("Writes to a file")
  func file() throws {
    let folder = try Folder()
    let run = try Gradus.run(
      "export", "-", "--to", "dot", "--output", "y.dot", input: program, in: folder)
    #expect(run.output.isEmpty)
    #expect(folder.names == ["y.dot"])
    let wrong = try Gradus.run(
      "export", "-", "--to", "dot", "--output", "no/y.dot", input: program, in: folder)
    #expect(wrong.status == 73)
  }

  @Test("Step prints both passes of the last result where there is no terminal")
  func step() throws {
    let run = try Gradus.run("step", "-", input: program)
    #expect(run.lines.contains("forward y  from the leaves to the result"))
    #expect(run.lines.contains("backward y  from the result back to the leaves"))
    let chosen = try Gradus.run("step", "-", input: program + "\nstep z\nbackward y, steps=false")
    #expect(chosen.lines.contains("forward z  from the leaves to the result"))
    #expect(try Gradus.run("step", "-", input: "1 + 1").status == 2)
  }
}
