import Testing

@Suite("gradus run")
struct RunTests {
  @Test(
    "Says by its exit status how a program ended",
    arguments: [
      ("x = 1", 0), ("", 0), ("expect 1 == 1", 0), ("expect 1 == 2", 1),
      ("input x = 2; y = x^2; check y", 0), ("y = tanhh(1)", 2), ("y = (1", 2),
      ("expect 1 == 2; y = tanhh(1)", 2), ("param w = 2; y = w^2; claim dy/dw = 2*w", 0),
      ("param w = 2; y = w^2; claim dy/dw = w", 1), ("input x = 0; y = log(x); backward y", 0),
    ])
  func status(_ program: String, _ expected: Int32) throws {
    #expect(try Gradus.run("run", "-", input: program).status == expected)
  }

  @Test("Goes on after an expectation that does not hold")
  func goesOn() throws {
    let run = try Gradus.run("run", "-", input: "expect 1 == 2\n3 + 4\n")
    #expect(run.output == "✗ 1 == 2\nbut 1 = 1\n3 + 4 = 7\n  is 3 + 4\n")
    #expect(run.status == 1)
  }

  @Test("Sends results to one stream and diagnostics to the other")
  func streams() throws {
    let run = try Gradus.run("run", "-", input: "input x = 2\nx\ny = tanhh(x)\n")
    #expect(run.output == "x = 2  input\n")
    #expect(
      run.errors == """
        error: there is no function called 'tanhh'; did you mean 'tanh'?
          --> <stdin>:3:5
           3 │ y = tanhh(x)
             │     ~~~~~
           = fix: write 'tanh'

        """)
  }

  @Test("Keeps the order of results and diagnostics where both go to one place")
  func order() throws {
    let run = try Gradus.shell(
      "gradus run - 2>&1", input: "input x = 0\ny = log(x)\nforward y\nx\nz = nothing\n")
    let places = ["y = −inf", "warning:", "x = 0", "error:"].map { run.output.firstRange(of: $0) }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0?.lowerBound } == places.compactMap { $0?.lowerBound }.sorted())
  }

  @Test("Prints both passes for 'step' where there is no terminal")
  func stepWithoutTerminal() throws {
    let run = try Gradus.run("run", "-", input: "input x = 2; y = tanh(x); step y")
    #expect(run.output.contains("forward y"))
    #expect(run.output.contains("dy/dx = dy/dy · (1 − y²)"))
  }

  @Test("Writes numbers to so many digits, and lines of so many columns")
  func digitsAndWidth() throws {
    let run = try Gradus.run("run", "-", "--digits", "3", input: "2/3")
    #expect(run.lines.first == "2/3 = 0.667")
    let program = "input x = 2\ny = x*x*x*x*x*x*x*x*x*x*x*x*x*x\nforward y, unfold=true"
    let narrow = try Gradus.run("run", "-", "--width", "20", "--ascii", input: program)
    #expect(narrow.lines.allSatisfy { $0.count <= 20 || !$0.contains(" ") })
  }

  @Test("A loop of a million rounds shows its last ten steps")
  func millionRounds() throws {
    let program = """
      input x = 1
      h = x
      for k in 1..1000 { h = h * 1.001 }
      backward h, steps=10
      """
    let run = try Gradus.run("run", "-", input: program)
    #expect(run.status == 0)
    #expect(run.output.contains("… 990 steps are not shown here"))
    #expect(run.lines.count { $0.hasSuffix("line 3") } == 10)
    let short = "input x = 1\ny = exp(x)\nz = exp(y)\nbackward z, steps=1"
    #expect(try Gradus.run("run", "-", input: short).output.contains("… 1 step is not shown here"))
  }

  @Test("Without a command, standard input is a program unless it is a terminal")
  func noCommand() throws {
    #expect(try Gradus.run(input: "1 + 1").lines.first == "1 + 1 = 2")
    #expect(try Gradus.run(input: "expect 1 == 2").status == 1)
  }
}
