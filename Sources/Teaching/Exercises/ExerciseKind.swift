/// What a learner gives, and so how it is graded.
public enum ExerciseKind: String, CaseIterable, Sendable {
  /// Numbers, before they are shown.
  case predict
  /// Derivatives, or each factor of a chain.
  case derive
  /// The factors of a graph whose numbers are drawn for each learner.
  case quiz
  /// A function, a loss, an optimizer or a network.
  case write
  /// A corrected program.
  case `repair`
  /// A recipe that reaches a goal.
  case train

  /// Whether the graph is given and answers are asked for; otherwise a program is.
  public var asksForAnswers: Bool {
    switch self {
    case .predict, .derive, .quiz: true
    case .write, .repair, .train: false
    }
  }
}
