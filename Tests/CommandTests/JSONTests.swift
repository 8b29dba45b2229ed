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

  @Test("A file that is not there leaves standard output empty")
  func noFile() throws {
    let run = try Gradus.run("run", "nothing", "--json")
    #expect(run.output.isEmpty)
    #expect(run.status == 66)
  }
}
