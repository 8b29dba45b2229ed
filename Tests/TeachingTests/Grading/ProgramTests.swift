import Reporting
import Teaching
import Testing

@Suite("Programs graded")
struct ProgramTests {
  private static let square = """
    # of three
    expect area(3) ~ 9
    # of several
    expect [area(-1), area(0.5)] ~ [1, 0.25]
    input x = 4
    # its slope
    expect grad(area(x), x) ~ 8
    """

  private func graded(_ submission: String) throws -> Report {
    grade(try exercise("write", points: "[1, 2, 3]", check: Self.square), submission)
  }

  @Test("Each part has its points, and a part that fails costs only itself")
  func parts() throws {
    #expect(try graded("area(x) = x^2").points == 6)
    #expect(try graded("area(x) = abs(x)*x").marks == [true, false, true])
    let flipped = try graded("area(x) = -x^2")
    #expect(flipped.marks == [false, false, false])
    #expect(flipped.mistakes == ["sign-flipped", "sign-flipped", "sign-flipped"])
    #expect(flipped.parts[0].messages.first == "area(3) is −9")
    #expect(try graded("area(x) = 2*x^2").mistakes[2] == "constant-factor")
    #expect(try graded("area(x) = x^3").mistakes == ["unknown", "unknown", "unknown"])
  }

  @Test("What is said of a part is its whole left side, settings included")
  func leftSide() throws {
    let exercise = try exercise("write", check: "# it\nexpect f(1, rate=0.5) ~ 3\n")
    let report = grade(exercise, "f(x, rate) = x + rate\n")
    #expect(
      report.parts[0].messages == ["f(1, rate=0.5) is 1.5", "it is half of what it should be"])
  }

  @Test("Nothing is one divided by zero, and infinity is no mistake that has a name")
  func inverted() throws {
    let exercise = try exercise("write", check: "# it\nexpect f(0) ~ 0\n# more\nexpect f(4) ~ 4\n")
    #expect(grade(exercise, "f(x) = 5 - x").mistakes == ["unknown", "unknown"])
    #expect(grade(exercise, "f(x) = x + 1/0").points == 0)
    #expect(!grade(exercise, "f(x) = exp(1000)").mistakes.contains("inverted"))
    #expect(grade(exercise, "f(x) = 1/max(x, 4)").mistakes.last == "inverted")
  }

  @Test("A submission that stops at an error is tested with what it had defined")
  func error() throws {
    let late = try graded("area(x) = x^2\ny = nothing\n")
    #expect(late.isFull)
    #expect(late.messages == ["line 2: there is nothing called 'nothing'"])
    let early = try graded("y = nothing\narea(x) = x^2\n")
    #expect(early.mistakes == ["error", "error", "error"])
    #expect(early.parts[0].messages == ["line 1: there is nothing called 'nothing'"])
    #expect(try graded("").mistakes == ["error", "error", "error"])
    #expect(try graded("area(x) = ((").points == 0)
  }

  @Test("What only the tests know is not spoken of, and an error is said once")
  func hiddenNames() throws {
    let check = """
      up = rate(3)
      param ups = 1
      minimize ups^2, steps=3, optimizer=sgd(lr=rate)
      # on the way
      expect up ~ 6
      # after it
      expect ups ~ 4
      """
    let report = grade(try exercise("write", points: "[1, 1]", check: check), "f(x) = x")
    #expect(report.mistakes == ["error", "error"])
    let words = TextRenderer(width: 80).text(report.document)
    #expect(words.contains("there is no function called 'rate'"))
    #expect(words.split(separator: "rate").count == 2)
    #expect(!words.contains("up"))
  }

  @Test("Who trains in pieces has trained as long as all of them together")
  func pieces() throws {
    let check = "# at most ten steps\nexpect run.steps <= 10\n"
    let exercise = try exercise("write", check: check)
    let start = "param w = 1\n"
    func training(_ steps: Int) -> String {
      "minimize w^2, optimizer=sgd(lr=0.1), steps=\(steps)\n"
    }
    #expect(grade(exercise, start + training(10)).isFull)
    #expect(grade(exercise, start + training(5) + training(5)).isFull)
    #expect(!grade(exercise, start + training(9) + training(2)).isFull)
    let rewound = start + training(9) + "rewind run, step=5\nrewind run, resume=true\n"
    #expect(grade(exercise, rewound).isFull)
  }

  @Test("Nothing a submission prints or expects counts")
  func printing() throws {
    let report = try graded("area(x) = x\nexpect 1 == 1\nexpect 1 == 2\nshow 9\n1 + 1\n")
    #expect(report.marks == [false, false, false])
  }

  @Test(
    "A submission reads no files, and one that uses too much is stopped by a limit that is named")
  func limits() throws {
    #expect(
      try graded("d = csv(\"/etc/passwd\")").messages == ["line 1: files cannot be read here"])
    let exercise = try exercise(
      "write", facts: "limits:\n  steps: 1000\n  nodes: 500", check: "# it\nexpect f(1) ~ 1\n")
    let report = grade(exercise, "input x = 1; y = x\nfor k in 1..1000000 { y = y*x }\nf(x) = x\n")
    #expect(report.mistakes == ["limit"])
    #expect(report.parts[0].messages[0].contains("more than"))
    #expect(grade(exercise, "f(x) = x").isFull)
    let large = String(repeating: "# words\n", count: 200_000)
    #expect(grade(exercise, large).mistakes == ["limit"])
  }

  @Test("In the tests the words of the language mean what it means, whatever a submission calls so")
  func coveredNames() throws {
    let exercise = try exercise(
      "write",
      check: "# near\nexpect abs(f(1) - 5) < 0.1\ninput x = 1\n# its slope\n"
        + "expect grad(f(x), x) ~ 2\n# trained\nexpect loss < 1\n")
    let covering = "abs(u) = 0\ngrad(a, b) = 2\nloss = 0\nf(u) = u\n"
    #expect(grade(exercise, covering).points == 0)
    // A function of its own may still use what it calls so.
    let own = "norm(u) = 2*u + 3\nf(u) = norm(u)\n"
    #expect(grade(exercise, own).marks == [true, true, false])
  }

  @Test("A test that is too slow costs only itself, and the time is that of a whole submission")
  func time() throws {
    let exercise = try exercise(
      "write", facts: "limits:\n  seconds: 0.2",
      check: "# slow\nexpect f(1) ~ 1\n# quick\nexpect g(1) ~ 1\n")
    var slow = "f0(x) = x + x\n"
    for k in 1...40 { slow += "f\(k)(x) = f\(k - 1)(f\(k - 1)(x))\n" }
    let report = grade(exercise, slow + "f(x) = f40(x)\ng(x) = x\n")
    #expect(report.mistakes == ["limit", ""])
    #expect(report.parts[0].messages == ["this took longer than 0.2 seconds"])
    let endless = grade(exercise, "g(x) = x\nfor k in 1..10000000 { show k }\n")
    #expect(endless.marks == [false, true])
    #expect(endless.messages == ["line 2: this took longer than 0.2 seconds"])
  }

  @Test("What is said of a submission stays short, however long its names are")
  func length() throws {
    let exercise = try exercise("write", check: "# it\nexpect f(1) ~ 1\n")
    let report = grade(exercise, "x = " + String(repeating: "a", count: 50_000))
    #expect(report.messages[0].unicodeScalars.count == 301)
    #expect(report.messages[0].hasSuffix("a…"))
  }

  @Test("A goal has to be reached for every seed")
  func seeds() throws {
    let exercise = try exercise(
      "train", facts: "seeds: [1, 2, 3]",
      check: "# above zero\nexpect w > 0\n# drawn\nexpect w != 0\n")
    let report = grade(exercise, "param w = uniform(-1, 1)\n")
    #expect(report.marks == [false, true])
    #expect(report.parts[0].messages[0].hasPrefix("with seed "))
    #expect(grade(exercise, "param w = uniform(0, 1)\n").isFull)
  }

  @Test("A hundred submissions are graded independently")
  func many() throws {
    let exercise = try exercise("write", check: "# it\nexpect f(1) ~ 1\n")
    for number in 0..<100 {
      let report = grade(exercise, number % 2 == 0 ? "f(x) = x" : "g(x) = x")
      #expect(report.isFull == (number % 2 == 0))
    }
  }

  @Test("A report in words and as JSON")
  func report() throws {
    let exercise = try exercise("write", points: "1", check: "# it\nexpect f(2) ~ 1\n")
    let report = grade(exercise, "f(x) = -x/2")
    #expect(
      TextRenderer().text(report.document) == """
        A test  mine.grad
          ✗ it  0 of 1
              f(2) is −1
              the sign is the other way round
        0 of 1 points

        """)
    #expect(
      report.jsonValue.text.hasSuffix(
        """
        "points":0,"maximum":1,"holds":false,"messages":[],"parts":[{"name":"it","points":0,\
        "maximum":1,"holds":false,"messages":["f(2) is −1","the sign is the other way round"],\
        "diagnosis":[{"id":"sign-flipped","text":"the sign is the other way round"}]}]}
        """))
  }
}
