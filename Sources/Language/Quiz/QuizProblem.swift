import Reporting

/// Why something cannot be asked in a quiz.
enum QuizProblem {
  case tooLong(Int)
  case empty(String)
  case levelOfGraph

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .tooLong(let count):
      return Diagnostic(
        "quiz-too-long", "a quiz of \(count) numbers is longer than a person can answer", at: range,
        notes: ["ask about something smaller, such as the loss of one row: quiz loss, row=1"])
    case .empty(let name):
      return Diagnostic(
        "quiz-empty", "'\(name)' is given, not computed: there is nothing to ask", at: range)
    case .levelOfGraph:
      return Diagnostic(
        "quiz-level", "'level' says how hard a generated graph is, and this one is your own",
        at: range, notes: ["write 'quiz level=2', or say how many numbers with blanks="])
    }
  }
}
