import Testing

@Suite("Seeds")
struct SeedTests {
  @Test("The same program and seed give the same numbers, another seed others")
  func same() {
    let program = "param W[3,2] = normal(0, 0.1); param b[4] = uniform(); show W, b, normal()"
    expectSame(program, program)
    expectSame("seed 7\n\(program)", "seed 7\n\(program)")
    expectSame("seed 0\n\(program)", program)
    #expect(Run("seed 7\n\(program)").shown != Run("seed 8\n\(program)").shown)
    #expect(Run("seed 7\n\(program)").shown != Run(program).shown)
  }

  @Test("Setting the seed again starts the numbers again")
  func again() {
    expectSame("seed 3; show normal(); seed 3; show normal()", "seed 3; x = normal(); show x, x")
    #expect(Run("show normal() == normal()").shown == "0")
  }

  @Test("A draw with its own seed depends on nothing else, and changes nothing else")
  func own() {
    expectSame("show normal(seed=5)", "seed 9; x = uniform(); show normal(seed=5)")
    expectSame("x = normal(seed=5); show normal()", "show normal()")
  }

  @Test("Random leaves stay as they were drawn")
  func leaves() {
    expectHolds("param w[3] = normal(); v = w + 0; seed 5; u = normal(); expect w == v")
  }

  @Test("The first numbers of a seed never change")
  func pinned() {
    expectShown("seed 1; show uniform(), normal()", "0.8946847163350924 -0.6982108502780819")
  }
}
