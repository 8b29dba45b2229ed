import Reporting
import Teaching
import Testing

@Suite("What an exercise means")
struct MeantTests {
  private static let given = "input x = 2\nparam w = 3\nL = (w*x - 1)^2\n"

  @Test("What is given keeps its meaning, may be repeated, and is taken again before it is tested")
  func given() throws {
    let exercise = try exercise(
      "write", given: Self.given, check: "# the slope\nexpect g ~ grad(L, w)\n")
    #expect(grade(exercise, "g = 2*(w*x - 1)*x").isFull)
    #expect(grade(exercise, "input x=2\nset x = 7\nshow L\ng = 2*(w*x - 1)*x").isFull)
    let other = grade(exercise, "x = 5\ng = 20")
    #expect(other.messages == ["line 1: 'x' is given here, and keeps its meaning"])
    #expect(other.points == 0)
    #expect(grade(exercise, "for L in 1..2 { g = 20 }").points == 0)
  }

  @Test("A program is run again from another start, with what is changed there")
  func again() throws {
    let check = """
      # the step
      expect w ~ 1
      # again: set w = 1; set x = -1
      # another step
      expect w ~ 0.6
      # at the input of that run
      expect x ~ -1
      """
    let exercise = try exercise("write", given: Self.given, check: check)
    #expect(grade(exercise, "set w = w - 0.1*grad(L, w)").marks == [true, true, true])
    #expect(grade(exercise, "param w = 3\nset w = w - 0.1*grad(L, w)\nset x = 5").isFull)
    #expect(grade(exercise, "set w = 1").marks == [true, false, true])
  }

  @Test("Only a program can be run again")
  func answers() {
    #expect(throws: DocumentFault.self) {
      try exercise("predict", check: "# it\nanswer = 1\n# again: set w = 1\n# more\nanswer2 = 1\n")
    }
  }

  @Test("A part that is made with a forbidden word loses its points, wherever the word stands")
  func forbidden() throws {
    let exercise = try exercise(
      "write", facts: "forbid: [grad, exp]", points: "[1, 3]", given: Self.given,
      check: "# the slope\nexpect g ~ grad(L, w)\n# a function\nexpect f(0) ~ 1\n")
    let report = grade(exercise, "k(u) = exp(u)\ng = 2*(w*x - 1)*x\nf(u) = k(u)\n")
    #expect(report.marks == [true, false])
    #expect(
      report.parts[1].messages == ["line 1 uses 'exp', and this is to be made without it"])
    #expect(report.mistakes == ["", "forbidden"])
    // What is only shown, what is replaced, and what is the learner's own do not count.
    let own = "show grad(L, w)\ng = grad(L, w)\ng = 2*(w*x - 1)*x\nexp(u) = 1 + u\nf(u) = exp(u)\n"
    #expect(grade(exercise, own).isFull)
    #expect(grade(exercise, "backward L\ng = w.grad\nf(u) = 1").marks == [false, true])
  }

  @Test("Facts that say nothing are refused with what to write")
  func facts() throws {
    for facts in ["forbid: [gradd]", "forbid: grad", "trains: mlp at xor", "trains: [mlp, xor]"] {
      #expect(throws: DocumentFault.self, "\(facts)") {
        try exercise("write", facts: facts, check: "# it\nexpect f(1) ~ 1\n")
      }
    }
    do {
      _ = try exercise("write", facts: "forbid: [gradd]", check: "# it\nexpect f(1) ~ 1\n")
    } catch let fault as DocumentFault {
      #expect(fault.diagnostics[0].message.hasSuffix("to forbid; did you mean 'grad'?"))
    }
  }

  @Test("Functions of the tests mean what they say, whatever a submission calls its own")
  func functions() throws {
    let exercise = try exercise(
      "write", check: "k(u) = abs(u)\n# near\nexpect k(f(1) - 5) < 0.1\n")
    #expect(grade(exercise, "abs(u) = 0\nf(u) = 1").points == 0)
    #expect(grade(exercise, "abs(u) = 5\nf(u) = abs(u)").isFull)
  }

  @Test(
    "A number of the tests that cannot be computed is not one that a submission has by its name")
  func stated() throws {
    let exercise = try exercise("write", check: "m = f(1)\n# small\nexpect m < 1\n")
    #expect(grade(exercise, "f(x) = x/2").isFull)
    let stated = grade(exercise, "m = 0")
    #expect(stated.points == 0)
    #expect(stated.parts[0].messages == ["there is no function called 'f'"])
  }

  @Test("The curves of a training in pieces are those of all of them")
  func curves() throws {
    let exercise = try exercise(
      "write", facts: "trains: L", given: Self.given,
      check: "# the first loss\nexpect run.loss[1] ~ 25\n# the rates\nexpect max(run.lr) ~ 0.1\n"
        + "# the last rate\nexpect run.lr ~ 0.01\n")
    let (fast, slow) = ("optimizer=sgd(lr=0.1), steps=2\n", "optimizer=sgd(lr=0.01), steps=3\n")
    #expect(grade(exercise, "minimize L, \(fast)minimize L, \(slow)").isFull)
    #expect(grade(exercise, "minimize L, \(slow)").marks == [true, false, true])
    let rewound = "minimize L, \(fast)minimize L, \(slow)rewind run, step=2\n"
    #expect(grade(exercise, rewound).isFull)
  }

  @Test(
    "A training counts if it is about what it should be, and nothing but it moves what is trained")
  func training() throws {
    let given = "data line = [1 -> 2; 2 -> 4]\nparam a = 0\nf(x) = a*x\n"
    let exercise = try exercise(
      "write", facts: "trains: f on line with mse", given: given,
      check: "# trained\nexpect abs(a - 2) < 0.1\n")
    let train = "train f, line, loss=mse, optimizer=sgd(lr=0.1), epochs=50\n"
    #expect(grade(exercise, train).isFull)
    #expect(grade(exercise, "set a = 9\nparam a = 0\n" + train + train).isFull)
    #expect(grade(exercise, "set a = 9\nset a = 0\n" + train).isFull)
    for (cheat, line) in [
      ("set a = 2\n" + train, 1), (train + "set a = 2\n", 2),
      ("data mine = [1 -> 2]\n" + train.replacing("line", with: "mine"), 2),
      ("own(p, t) = (p - t)^2\n" + train.replacing("mse", with: "own"), 2),
      (train.replacing("=50", with: "=50, name=other"), 1),
      ("go(w, g) = 2 + 0*g\n" + train.replacing("sgd(lr=0.1)", with: "go"), 2),
    ] {
      let report = grade(exercise, cheat)
      #expect(report.mistakes == ["given"], "\(cheat)")
      #expect(report.parts[0].messages[0].hasPrefix("line \(line): this "), "\(cheat)")
    }
  }
}
