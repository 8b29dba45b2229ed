import Testing

@Suite("A search as it is shown")
struct SearchTests {
  private static let program = """
    data one = [1 -> 1]
    net m = 1 -> dense(choose(1), w=[0], bias=false)
    search m, one, loss=mse, optimizer=sgd(lr=choose(0.25, 0.5, 1e200)), epochs=2

    """

  @Test("A table has the best trial first, and those that cannot win last")
  func table() throws {
    let run = try Gradus.run("run", "-", input: Self.program)
    #expect(run.errors == "")
    #expect(
      run.output == """
        searched m  3 trials (grid), the smallest loss first
          trial  units1     lr                   loss
              2       1    0.5                      0
              1       1   0.25                 0.0625
              3       1  1e200  not finite in epoch 1
        best is that of trial 2: 1 -> dense(1, w=[0], bias=false)
        run is the record of its training

        """)
  }

  @Test("JSON has an object a trial, and the best in the end")
  func json() throws {
    let run = try Gradus.run("run", "-", "--json", input: Self.program)
    #expect(
      run.output == """
        {"type":"trial","trial":1,"units1":1,"lr":0.25,"loss":0.0625,"status":"finished"}
        {"type":"trial","trial":2,"units1":1,"lr":0.5,"loss":0,"status":"finished"}
        {"type":"trial","trial":3,"units1":1,"lr":1e+200,"loss":null,"status":"non_finite","epoch":1}
        {"type":"search","of":"m","method":"grid","trials":3,"judged_by":"loss",\
        "best":{"trial":2,"units1":1,"lr":0.5,"loss":0,"status":"finished"},"run":"run","note":null}

        """)
  }

  @Test("At most ten trials are listed")
  func long() throws {
    let run = try Gradus.run(
      "run", "-", "--ascii",
      input: Self.program.replacing(
        "lr=choose(0.25, 0.5, 1e200)), epochs=2", with: "lr=between(0.1, 0.5)), trials=14, seed=1"))
    #expect(run.output.contains("14 trials (random)"))
    #expect(run.output.contains("  ... 4 more\n"))
    #expect(run.output.split(separator: "\n").count == 15)
  }
}
