import Testing

@testable import GradusCLI

@Suite("The command line")
struct CommandLineTests {
  @Test(
    "Mistakes end with 64 and a message",
    arguments: [
      ["run"], ["run", "-", "--colour"], ["run", "-", "--color", "pink"], ["runn"],
      ["run", "-", "--digits", "0"], ["run", "-", "--width", "3"], ["run", "-", "x"],
      ["run", "-", "--limit-memory", "much"], ["run", "-", "--limit-nodes", "-1"],
      ["run", "-", "--limit-seconds", "nan"], ["run", "-", "--threads", "0"],
    ])
  func mistakes(_ arguments: [String]) throws {
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try Gradus.shell("gradus \(quoted)")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: "))
    #expect(run.output.isEmpty)
  }

  @Test("A command that is misspelt, or forgotten, is pointed out")
  func closest() throws {
    #expect(
      try Gradus.run("rn").errors.hasPrefix("Error: there is no command 'rn'; did you mean 'run'?"))
    #expect(
      try Gradus.run("x.grad").errors
        .hasPrefix("Error: to run a program, write: gradus run x.grad"))
  }

  @Test("--help and --version go to standard output")
  func help() throws {
    let help = try Gradus.run("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("EXAMPLE:"))
    #expect(help.output.contains("  run  "))
    #expect(try Gradus.run("--version").output == "gradus 0.1.0\n")
  }

  @Test("Completions can be made for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let run = try Gradus.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("gradus"))
  }

  @Test("Memory is written with a unit")
  func memory() {
    #expect(MemorySize(argument: "512M")?.bytes == 512 << 20)
    #expect(MemorySize(argument: "1.5G")?.bytes == 3 << 29)
    #expect(MemorySize(argument: "2 KiB")?.bytes == 2048)
    #expect(MemorySize(argument: "100")?.bytes == 100)
    for wrong in ["", "M", "0", "-1G", "1X", "1e3", "inf", "9999999999T", "1.2.3"] {
      #expect(MemorySize(argument: wrong) == nil)
    }
  }

  @Test("Each limit is named when it is reached")
  func limits() throws {
    let loop = "input x = 1; h = x; for k in 1..100000 { h = h*2 }"
    for (option, value, words) in [
      ("--limit-nodes", "1000", "nodes"), ("--limit-steps", "1000", "steps"),
      ("--limit-memory", "1M", "memory"), ("--limit-seconds", "0.000001", "second"),
    ] {
      let run = try Gradus.run("run", "-", option, value, input: loop)
      #expect(run.status == 2)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}
