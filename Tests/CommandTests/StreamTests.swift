import Foundation
import Testing

@Suite("Pipes and signals")
struct StreamTests {
  @Test("A reader that has seen enough ends the program quietly")
  func closedPipe() throws {
    let program = "input x = 1; h = x; for k in 1..3000 { h = h*1.5 }; forward h, steps=true"
    let run = try Gradus.shell("gradus run - | head -1; echo ${PIPESTATUS[0]}", input: program)
    #expect(run.lines == ["forward h  from the leaves to the result", "0"])
    #expect(run.errors.isEmpty)
  }

  @Test("A full disk is said")
  func fullDisk() throws {
    let run = try Gradus.shell("gradus run - > /dev/full", input: "1 + 1")
    #expect(run.status == 73)
    #expect(run.errors == "gradus: cannot write the results: no space left on device\n")
  }

  @Test("A crash is reported as one, with a status of its own")
  func crash() throws {
    let run = try Gradus.shell(
      "(exec \"$GRADUS\" run - < <(sleep 2)) & sleep 0.5; kill -SEGV $!; wait $!")
    #expect(run.status == 70)
    #expect(run.errors.contains("please report it"))
  }

  @Test("Ctrl-C ends a running program with 130, and what it had shown stays")
  func interrupted() throws {
    let run = try Gradus.shell(
      "timeout -k 5 --preserve-status --foreground -s INT 1 env --default-signal=INT \"$GRADUS\" run -",
      input: "1 + 1\ninput x = 1\nfor k in 1..60000000 { set x = k }\n2 + 2\n")
    #expect(run.status == 130)
    #expect(run.lines.first == "1 + 1 = 2")
    #expect(!run.output.contains("2 + 2"))
  }

  @Test("Ctrl-C in the middle of a long pass ends it")
  func interruptedPass() throws {
    let run = try Gradus.shell(
      "timeout -k 5 --preserve-status --foreground -s INT 1 env --default-signal=INT \"$GRADUS\" run - > /dev/null",
      input: "input x = 1; h = x; for k in 1..100000 { h = h*1.00001 }; backward h")
    #expect(run.status == 130)
  }
}
