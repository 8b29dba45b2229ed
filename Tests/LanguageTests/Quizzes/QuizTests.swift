import Language
import Reporting
import Testing

@Suite("A quiz asks for the numbers of both passes")
struct QuizTests {
  private func quiz(_ program: String) throws -> JSONValue {
    let run = Run(program)
    #expect(run.rendered == "")
    return try #require(run.objects("quiz").last)
  }

  /// The answers of a quiz, by the question they belong to.
  private func answers(_ quiz: JSONValue) -> [Int: Double] {
    var answers: [Int: Double] = [:]
    for answer in quiz["answers"]?.elements ?? [] {
      if let id = answer["id"]?.number.flatMap(Int.init(exactly:)) {
        answers[id] = answer["value"]?.number
      }
    }
    return answers
  }

  @Test("Values, then factors and products, with the true numbers as answers")
  func order() throws {
    let quiz = try quiz("input x = 2\nparam w = -3\nu = w*x\ny = u^2\nquiz y")
    let questions = try #require(quiz["questions"]).elements
    #expect(
      questions.map { ($0["kind"]?.string ?? "") + " " + ($0["node"]?.string ?? "") } == [
        "value u", "value y", "factor y", "factor u", "product u", "factor u", "product u",
      ])
    let answers = answers(quiz)
    #expect((1...7).map { answers[$0] } == [-6, 36, -12, 2, -24, -3, 36])
  }

  @Test("Where paths meet, their sum is asked for")
  func fork() throws {
    let quiz = try quiz("param w = 3\na = 2*w\ny = a*w\nquiz y")
    let questions = try #require(quiz["questions"]).elements
    let sum = try #require(questions.firstIndex { $0["kind"]?.string == "sum" })
    #expect(questions[sum]["node"]?.string == "w")
    #expect(answers(quiz)[sum + 1] == 12)
  }

  @Test("'blanks' asks for so many, and shows the others")
  func blanks() throws {
    let quiz = try quiz("input x = 2\nparam w = -3\nu = w*x\ny = u^2\nquiz y, blanks=3, seed=5")
    let questions = try #require(quiz["questions"]).elements
    #expect(questions.count { $0["blank"] == .bool(true) } == 3)
    #expect(questions.count { $0["value"] != nil } == 4)
    #expect(answers(quiz).count == 3)
  }

  @Test("A seed gives the same quiz for ever, another seed another", arguments: [1, 2, 3])
  func seeds(level: Int) throws {
    let one = try quiz("quiz seed=7, level=\(level)")
    #expect(try quiz("seed 3\nquiz seed=7, level=\(level)").text == one.text)
    #expect(try quiz("quiz seed=8, level=\(level)")["program"]?.text != one["program"]?.text)
  }

  @Test(
    "Every value, factor and gradient of a generated graph is a short decimal",
    arguments: [(1, 3), (2, 3), (3, 4)])
  func shortNumbers(level: Int, digits: Int) throws {
    for seed in 1...60 {
      let quiz = try quiz("quiz seed=\(seed), level=\(level), blanks=1000")
      let answers = answers(quiz)
      #expect(answers.count >= 6)
      for (id, number) in answers {
        let text = NumberStyle.exact.text(number).filter(\.isNumber).drop { $0 == "0" }
        #expect(
          text.count <= digits && abs(number) < 1000, "seed \(seed), question \(id): \(number)")
      }
    }
  }

  @Test(
    "The program of a generated graph has the numbers that are asked for", arguments: [1, 2, 3])
  func program(level: Int) throws {
    for seed in 1...10 {
      let generated = try quiz("quiz seed=\(seed), level=\(level), blanks=1000")
      let program = try #require(generated["program"]).elements.compactMap(\.string)
      let own = Run(program.joined(separator: "\n") + "\nbackward L")
      #expect(own.rendered == "")
      let value = try #require(own.objects("gradients").last?["value"]?.number)
      let questions = try #require(generated["questions"]).elements
      let last = try #require(questions.lastIndex { $0["kind"]?.string == "value" })
      #expect(answers(generated)[last + 1] == value)
    }
  }

  @Test("What is too much, or nothing, or not asked of a graph of one's own")
  func complaints() {
    expectComplaint(
      "input x = 2\nquiz ‹x›", "error: 'x' is given, not computed: there is nothing to ask")
    expectComplaint(
      "input x = 2\ny = x^2\nquiz y, level=‹2›",
      """
      error: 'level' says how hard a generated graph is, and this one is your own
      note: write 'quiz level=2', or say how many numbers with blanks=
      """)
  }

  @Test("A learner's slip costs one point, and what follows from it none")
  func carried() throws {
    var quiz = try interactive("input x = 2\nparam w = -3\nu = w*x\ny = u^2\nquiz y")
    // u is −6: 6 is a slip; dy/du = 2u follows from it, and so do the products.
    let words = ["6", "36", "12", "2", "24", "-3", "-36"].map { answer in
      _ = quiz.question()
      let answer = quiz.answer(answer).map { TextRenderer(width: 80).text($0) } ?? ""
      return String(answer.split(separator: "\n").first ?? "").trimmed
    }
    #expect(
      words == [
        "✗ not 6: it is −6", "✓ right: 36", "✓ right, carried from your 6; in truth it is −12",
        "✓ right: 2", "✓ right, carried from your 12; in truth it is −24", "✓ right: −3",
        "✓ right, carried from your 12; in truth it is 36",
      ])
    let score = TextRenderer(width: 80).text(quiz.question())
    #expect(score.hasPrefix("6 of 7 right, 3 of them carried from a slip\n"))
  }

  private func interactive(_ program: String) throws -> Quiz {
    let run = Run(program)
    let report = try #require(
      run.events.compactMap { event -> QuizReport? in
        if case .quiz(let report) = event { report } else { nil }
      }.last)
    return Quiz(report, TextPresenter(run.session))
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
