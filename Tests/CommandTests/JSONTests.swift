import Testing

@Suite("gradus run --json")
struct JSONTests {
  @Test("Prints one object a line, diagnostics among them, in the order of execution")
  func lines() throws {
    let program = """
      input x = 0
      y = log(x)
      forward y
      expect x == 1
      check y
      step x*2
      z = tanhh(x)
      """
    let run = try Gradus.run("run", "-", "--json", input: program)
    #expect(run.status == 2)
    #expect(run.errors.isEmpty)
    #expect(run.objects.allSatisfy { $0 != nil })
    let types = run.objects.compactMap { $0?["type"] as? String }
    #expect(
      types == [
        "step", "value", "diagnostic", "expect", "check", "step", "value", "step", "gradients",
        "diagnostic",
      ])
    #expect(run.objects[1]?["value"] as? String == "-inf")
    #expect(run.objects[2]?["severity"] as? String == "warning")
    #expect(run.objects.last??["line"] as? Int == 7)
  }

  @Test("An explanation has the fields the language promises")
  func explanation() throws {
    let program = "param w = 2; a = 3*w; b = w^2; L = a*b; explain L, w, paths=1; compare a, b"
    let run = try Gradus.run("run", "-", "--json", input: program)
    #expect(run.status == 0)
    let story = try #require(run.objects.first.flatMap { $0 })
    #expect(story["type"] as? String == "explain")
    #expect(story["of"] as? String == "L")
    #expect(story["at"] as? String == "w")
    #expect(story["gradient"] as? Double == 36)
    #expect((story["summary"] as? String)?.hasPrefix("dL/dw is 36") == true)
    #expect(story["rest"] as? Double == 12)
    let path = try #require((story["paths"] as? [[String: Any]])?.first)
    #expect(path["nodes"] as? [String] == ["L", "b", "w"])
    #expect(path["factors"] as? [Double] == [6, 4])
    #expect(path["product"] as? Double == 24)
    #expect(path["share"] as? Double == 24.0 / 36)
    #expect(run.objects.last??["type"] as? String == "compare")
  }

  @Test("A file that is not there leaves standard output empty")
  func noFile() throws {
    let run = try Gradus.run("run", "nothing", "--json")
    #expect(run.output.isEmpty)
    #expect(run.status == 66)
  }
}
