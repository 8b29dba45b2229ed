import Autodiff
import Reporting

/// A quiz as JSON: the questions, and apart from them the answers.
extension JSONPresenter {
  func quiz(_ report: QuizReport) -> JSONValue {
    let graph = report.pass.graph
    var questions: [JSONValue] = []
    var answers: [JSONValue] = []
    for (place, question) in report.questions.enumerated() {
      var fields: [(String, JSONValue)] = [
        ("id", .integer(place + 1)), ("kind", .string(question.kind.rawValue)),
        ("node", .string(graph.title(of: question.node))),
        ("operand", question.operand.map { .string(graph.title(of: $0)) } ?? .null),
        ("blank", .bool(question.isBlank)),
      ]
      if question.isBlank {
        answers.append(.object([("id", .integer(place + 1)), ("value", .number(question.truth))]))
      } else {
        fields.append(("value", .number(question.truth)))
      }
      questions.append(.object(fields))
    }
    return .object([
      ("type", .string("quiz")), ("of", .string(report.pass.name)),
      ("seed", .integer(Int(report.seed))),
      ("level", report.level.map { .integer($0) } ?? .null),
      ("program", report.program.map { .array($0.map { .string($0) }) } ?? .null),
      ("questions", .array(questions)), ("answers", .array(answers)),
    ])
  }
}
