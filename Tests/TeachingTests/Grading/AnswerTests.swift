import Reporting
import Teaching
import Testing

@Suite("Answers graded")
struct AnswerTests {
  private static let third = """
    input x = 3
    y = 1/x
    # a third
    answer = y
    """

  @Test(
    "A number is right at the digits typed, three at least",
    arguments: [
      ("0.33", false), ("0.333", true), (".333", true), ("0.3333333", true), ("1/3", true),
      ("0.3", false),
      ("0.34", false), ("0.332", false), ("-0.333", false), ("3", false), ("x", false),
      ("1/x", false),
      ("___", false), ("\"0.33\"", false), ("[0.33, 0.33]", false),
    ])
  func digits(_ text: String, _ isRight: Bool) throws {
    let report = grade(try exercise("predict", check: Self.third), "answer = \(text)\n")
    #expect(report.isFull == isRight)
    #expect(report.points == (isRight ? 4 : 0))
  }

  @Test(
    "A wrong number is explained if something explains it, and what is right is never said",
    arguments: [
      ("-0.333", "sign-flipped"), ("3", "inverted"), ("0.667", "constant-factor"),
      ("0.167", "constant-factor"), ("0.332", "rounding"), ("0.3", "rounding"),
      ("0.33", "rounding"), ("17", "unknown"),
      ("___", "blank"), ("x", "error"),
    ])
  func mistakes(_ text: String, _ id: String) throws {
    let report = grade(try exercise("predict", check: Self.third), "answer = \(text)\n")
    #expect(report.mistakes == [id])
    let words = report.parts.flatMap { $0.messages + $0.diagnoses.map(\.text) }.joined()
    #expect(!words.contains("0.3333"))
    #expect(grade(try exercise("predict", check: Self.third), "").mistakes == ["missing"])
  }

  private static let chain = """
    input x = 3
    param w = -2
    p = w*x
    L = p^2
    # first
    answer1 = grad(L, p)
    # second
    answer2 = grad(p, w)
    # both
    answer3 = answer1*answer2
    """

  @Test("What follows from an earlier answer is right, unless that is 0 or 1")
  func carried() throws {
    let exercise = try exercise("derive", points: "[1, 1, 2]", check: Self.chain)
    func marks(_ a: String, _ b: String, _ c: String) -> [Bool] {
      grade(exercise, "answer1 = \(a)\nanswer2 = \(b)\nanswer3 = \(c)\n").marks
    }
    #expect(marks("-12", "3", "-36") == [true, true, true])
    #expect(marks("12", "3", "36") == [false, true, true])
    #expect(marks("12", "3", "-36") == [false, true, true])
    #expect(marks("-12", "5", "-60") == [true, false, true])
    #expect(marks("1", "3", "3") == [false, true, false])
    #expect(marks("0", "3", "0") == [false, true, false])
    #expect(grade(exercise, "answer3 = -36\n").points == 2)
    let report = grade(exercise, "answer1 = 12\nanswer2 = 3\nanswer3 = 36\n")
    #expect(report.parts[1].messages == [])
    #expect(
      report.parts[2].messages.first?.hasPrefix("it follows from your earlier answer") == true)
    #expect(
      grade(exercise, "answer1 = [-12, 3]").parts[0].messages == [
        "answer1 is [−12, 3], where one number is asked for"
      ])
  }

  @Test(
    "Fewer than three digits cannot tell, and are called too coarse only if they are near the truth",
    arguments: [
      ("0.8", "1", "unknown"), ("3.5", "4", "unknown"), ("0.96", "1", "rounding"),
      ("3.2", "3", "rounding"), ("0.8", "0.8", ""), ("0.54", "0.5", "rounding"),
      ("2.95", "3", "rounding"), ("40.5", "40", "rounding"), ("40.5", "41", "rounding"),
      ("1.386", "1.4", "rounding"), ("1.386", "1.39", ""), ("1.386", "1.38", "rounding"),
      ("2.998", "3", "rounding"), ("2.998", "3.00", ""), ("2.998", "3.0", ""),
      ("3.99999999", "4", ""),
      ("150.3", "150", ""), ("1204", "1200", "unknown"), ("1204", "1.20e3", ""),
      ("0.0099010", "0.0099", ""),
    ])
  func coarse(_ truth: String, _ typed: String, _ id: String) throws {
    let exercise = try exercise("predict", check: "# it\nanswer = \(truth)\n")
    #expect(grade(exercise, "answer = \(typed)\n").mistakes == [id])
  }

  @Test(
    "Of a tie at the last digit both roundings are right",
    arguments: [
      ("3.125", "3.12"), ("3.125", "3.13"), ("3.375", "3.37"), ("3.375", "3.38"),
      ("1.005", "1.00"), ("1.005", "1.01"), ("-2.675", "-2.67"), ("-2.675", "-2.68"),
    ])
  func ties(_ truth: String, _ typed: String) throws {
    let exercise = try exercise("predict", check: "# it\nanswer = \(truth)\n")
    #expect(grade(exercise, "answer = \(typed)\n").isFull)
  }

  @Test("Where a formula is asked for, a number must be right whatever the graph's numbers are")
  func numbersForFormulas() throws {
    let check = """
      input x = 3
      y = x^3
      z = 2*x
      # a slope that depends on x
      claim dy/dx = 3*x^2
      # a slope that does not
      claim dz/dx = z/x
      # a slope that is asked for as a number
      claim dz/dy = 0
      """
    let exercise = try exercise("derive", points: "[1, 1, 1]", check: check)
    func marks(_ slope: String) -> [Bool] {
      grade(exercise, "claim dy/dx = \(slope)\nclaim dz/dx = 2\nclaim dz/dy = 0\n").marks
    }
    #expect(marks("27") == [false, true, true])
    #expect(marks("3*3^2") == [false, true, true])
    #expect(marks("3*x*x") == [true, true, true])
    let report = grade(exercise, "claim dy/dx = 27\n")
    #expect(report.parts[0].messages.contains { $0.contains("a formula with names is asked for") })
  }

  @Test("An answer that belongs to another part is found out")
  func exchanged() throws {
    let exercise = try exercise("derive", check: Self.chain)
    #expect(
      grade(exercise, "answer1 = 3\nanswer2 = -12\nanswer3 = -36").mistakes[0] == "wrong-variable")
  }

  @Test("The graph's own names count, whatever the submission makes of them")
  func ownNames() throws {
    let exercise = try exercise("derive", check: Self.chain)
    let submission = """
      input x = 100; param w = 7
      p = 0
      L = p
      set w = 3
      backward L
      for k in 1..3 { set w = w + 1 }
      answer1 = -12; answer2 = 3; answer3 = -36
      """
    #expect(grade(exercise, submission).isFull)
  }

  @Test("The numbers of a quiz are drawn from the learner's name, the same for the same name")
  func drawn() throws {
    let facts = "draws:\n  x: 2 3 5 7\n  w: 0.5 -1.5"
    let exercise = try exercise(
      "quiz", facts: facts,
      check: "input x = 1\nparam w = 1\ny = w*x\n# slope\nanswer = grad(y, w)\n")
    var numbers: Set<String> = []
    for name in ["Ada", "Emmy", "Grace", "Sofya", "Hypatia", "Maryam", "Joan", "Katherine"] {
      let drawn = exercise.drawn(for: name)
      #expect(drawn.map(\.name) == ["x", "w"])
      numbers.insert(drawn[0].number)
      #expect(grade(exercise, "answer = \(drawn[0].number)", seed: name).isFull)
      #expect(!grade(exercise, "answer = 11", seed: name).isFull)
    }
    #expect(numbers.count > 1)
    #expect(exercise.drawn(for: nil).map(\.number) == ["2", "0.5"])
    let text = exercise.filled(SourceText(name: "", "x = {x}, w = {w}, {z}"), for: nil)
    #expect(text.text(0..<100) == "x = 2, w = 0.5, {z}")
  }

  @Test(
    "What follows from answers to other numbers than the learner's own is copied, not worked out")
  func copied() throws {
    let exercise = try exercise(
      "quiz", facts: "draws:\n  w: 2 -1 3\n  t: 7 1 -3", points: "[1, 1, 1]",
      check: """
        param w = 2; input t = 7
        # the first
        answer_a = w - 4
        # the second
        answer_b = 2*w - t
        # both
        answer_c = answer_a + 2*answer_b

        """)
    func marks(_ a: Int, _ b: Int) -> [Bool] {
      grade(exercise, "answer_a = \(a)\nanswer_b = \(b)\nanswer_c = \(a + 2 * b)\n").marks
    }
    #expect(marks(-2, -3) == [true, true, true])
    #expect(marks(-5, -9) == [false, false, false])
    #expect(marks(-2, 3) == [true, false, false])
    #expect(marks(2, -3) == [false, true, true])
    #expect(marks(2, 13) == [false, false, true])
  }

  @Test("The same name draws the same numbers, however its accents are typed")
  func accents() throws {
    let exercise = try exercise(
      "quiz", facts: "draws:\n  x: \((1...200).map(String.init).joined(separator: " "))",
      check: "input x = 1\n# it\nanswer = x\n")
    func number(_ name: String) -> String { exercise.drawn(for: name)[0].number }
    #expect(number("Andr\u{E9} N\u{FA}\u{F1}ez") == number("Andre\u{301} Nu\u{301}n\u{303}ez"))
    #expect(number("\u{C5}sa") == number("\u{212B}sa"))
    #expect(number("\u{1EC7}") == number("e\u{302}\u{323}"))
    #expect(number("\u{D55C}") == number("\u{1112}\u{1161}\u{11AB}"))
    #expect(number("Andre") != number("Andr\u{E9}"))
  }

  @Test("An answer that cannot be read is told why, and not that there is none")
  func unread() throws {
    let exercise = try exercise("derive", points: "[1, 1, 1]", check: Self.chain)
    let report = grade(exercise, "answer1 = = 3\nanswer2 ~ 3\nanswer3 = 4 4\n+ = 2\n")
    #expect(report.mistakes == ["error", "error", "error"])
    #expect(
      report.parts.map(\.messages) == [
        ["line 1: one '=' is enough"], ["line 2: an answer is given with '=': 'answer2 = …'"],
        ["line 3: expected an operator between '4' and '4'"],
      ])
    #expect(report.messages.count == 1)
    #expect(grade(exercise, "claim dL/dw = = 3\n").messages == ["line 1: one '=' is enough"])
  }

  @Test("A leaf whose start is computed from a drawn number follows the draw")
  func computedStart() throws {
    let exercise = try exercise(
      "quiz", facts: "draws:\n  p: 2 3 5",
      check: "input p = 1\ninput z = 10*p\ny = z^2\n# slope\nanswer = grad(y, z)\n")
    #expect(grade(exercise, "answer = 40").isFull)
    let number = exercise.drawn(for: "Ada").first?.number ?? ""
    #expect(grade(exercise, "answer = 20*\(number)", seed: "Ada").isFull)
  }

  @Test(
    "Infinity is near to no answer, and no number is near to it",
    arguments: ["1e999", "9^9^9^9", "inf", "-inf", "nan"])
  func infinity(words: String) throws {
    let exercise = try exercise("predict", check: "y = 3\n# it\nanswer = y\n")
    let report = grade(exercise, "answer = \(words)")
    #expect(report.points == 0)
    #expect(report.mistakes == ["unknown"])
  }

  @Test(
    "The solution for a learner has his numbers, and gets every point from nobody but such as him")
  func solutions() throws {
    let exercise = try exercise(
      "quiz", facts: "draws:\n  x: 3 -2 4 7 9\n  w: 0.5 -1.5 2.5",
      check: "input x = 3\nparam w = 0.5\ny = w*x\n# towards w\nanswer_w = grad(y, w)\n"
        + "# both\nanswer = [w, 2*x]\n# claimed\nclaim dy/dx = w\n")
    var shown: Set<String> = []
    for learner in ["ada", "bob", "cy", "dee"] {
      let solution = exercise.solution(for: learner)
      let words = solution.text(0..<solution.bytes.count)
      #expect(grade(exercise, words, seed: learner).isFull)
      shown.insert(words)
    }
    #expect(shown.count > 1)
  }

  @Test("A lost derivative names the lines of the tape that it is about, and no number of theirs")
  func tapeLines() throws {
    let exercise = try exercise(
      "derive",
      check: "input x = 2\nparam w = 3\na = w*x\ny = a*a + w\n# a\nanswer_a = grad(y, a)\n"
        + "# w\nanswer_w = grad(y, w)\n# claimed\nclaim dy/da = 2*a\n# its value\nanswer = a\n")
    let report = grade(
      exercise, "answer_a = 7.7\nanswer_w = 7.7\nclaim dy/da = 7.7\nanswer = 7.7\n")
    #expect(
      report.parts.map { $0.messages.last ?? "" } == [
        "look at line 1 of 'backward y': y = a·a + w", "look at lines 1 and 2 of 'backward y'",
        "look at line 1 of 'backward y': y = a·a + w", "answer is 7.7, which is not right",
      ])
  }
}
