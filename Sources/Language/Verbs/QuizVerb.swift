import Autodiff
import Reporting

extension Verbs {
  /// Asks for the numbers of both passes.
  static let quiz = Verb(
    "quiz", "be asked for every value and factor of L, or of a generated graph without L",
    usage: "quiz L",
    options: [
      Verb.Option(name: "blanks", meaning: "how many numbers are asked for; the others are shown"),
      Verb.Option(
        name: "seed",
        meaning:
          "what the graph and the blanks depend on; 1 unless named, at the prompt another each time"
      ),
      Verb.Option(
        name: "level",
        meaning: "of a generated graph: "
          + QuizGraph.levels.enumerated().map { "\($0 + 1), \($1)" }.joined(separator: "; ")),
      Verb.Option(name: "row", meaning: "a row of what was trained on last"),
    ]
  ) { interpreter, invocation throws(Diagnostic) in
    try QuizStatement(interpreter, invocation).carryOut()
  }
}

/// A `quiz` statement.
private struct QuizStatement {
  private let interpreter: Interpreter
  private let invocation: Invocation
  private let operand: Expression?
  private let seed: Int64

  /// The most numbers of one quiz.
  private static let most = 2000
  /// How many numbers are asked for where the graph has more and nothing is said.
  private static let standardBlanks = 12

  init(_ interpreter: Interpreter, _ invocation: Invocation) throws(Diagnostic) {
    self.interpreter = interpreter
    self.invocation = invocation
    operand = try interpreter.operands(invocation, 0...1).first
    let given = interpreter.option("seed", invocation)
    seed =
      try given.map { (expression) throws(Diagnostic) in
        Int64(try interpreter.wholeNumber(expression, "a seed"))
      } ?? interpreter.seedOfQuizzes()
  }

  func carryOut() throws(Diagnostic) {
    guard let operand else {
      try ask(generated())
      return
    }
    if let level = interpreter.option("level", invocation) {
      throw QuizProblem.levelOfGraph.diagnostic(at: level.range)
    }
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      let output = try interpreter.output(of: invocation, operand)
      let tape = try interpreter.tape(of: output, at: invocation.range)
      return QuizReport(
        pass: Pass(
          name: interpreter.words(operand.range), graph: interpreter.graph, tape: tape,
          leaves: interpreter.leaves(of: tape), shown: .all, isUnfolded: true),
        seed: seed, questions: [])
    }
    try ask(report)
  }

  private func generated() throws(Diagnostic) -> QuizReport {
    var level = 1
    if let expression = interpreter.option("level", invocation) {
      level = try interpreter.wholeNumber(expression, "'level'")
      guard 1...QuizGraph.levels.count ~= level else {
        throw ProgramProblem.settingOutOfRange(
          "level", value: Double(level), allowed: 1...Double(QuizGraph.levels.count)
        ).diagnostic(at: expression.range)
      }
    }
    let drawn = QuizGraph(seed: seed, level: level)
    return QuizReport(
      pass: drawn.pass, seed: seed, level: level, program: drawn.program, questions: [])
  }

  private func ask(_ report: QuizReport) throws(Diagnostic) {
    var report = report
    let steps = report.pass.tape.forwardNodes.count + report.pass.tape.backwardNodes.count
    guard steps <= Self.most else {
      throw QuizProblem.tooLong(steps).diagnostic(at: operand?.range ?? invocation.range)
    }
    report.questions = QuizQuestion.all(of: report.pass)
    guard report.questions.count <= Self.most else {
      throw QuizProblem.tooLong(report.questions.count)
        .diagnostic(at: operand?.range ?? invocation.range)
    }
    guard !report.questions.isEmpty else {
      throw QuizProblem.empty(report.pass.name)
        .diagnostic(at: operand?.range ?? invocation.range)
    }
    try interpreter.spend(report.questions.count, at: invocation.range)
    let standard = report.level == nil ? report.questions.count : Self.standardBlanks
    let blanks =
      interpreter.option("blanks", invocation) == nil
      ? standard : try interpreter.countOption("blanks", invocation, default: standard)
    QuizQuestion.keep(blanks, of: &report.questions, seed: seed)
    interpreter.emit(.quiz(report))
  }
}
