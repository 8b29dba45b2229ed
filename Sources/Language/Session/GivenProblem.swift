import Reporting

/// What a program does that its exercise has no points for.
enum GivenProblem {
  /// A given name gets another meaning.
  case redefined(String)
  /// A training is about something else than it should be.
  case trainsOther(than: String, isData: Bool)
  /// What is looked at is not the last training.
  case runNotLast(String)
  /// What was trained has lost its name to something else.
  case redefinedSubject(String)
  /// What a training says of itself is measured in its own way.
  case otherLoss(than: String)
  /// An optimizer could put the parameters anywhere.
  case ownOptimizer(String)
  /// A range for the parameters could put them anywhere.
  case heldInRange
  /// What should be trained was set.
  case setByHand(String)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    let words =
      switch self {
      case .redefined(let name): "'\(name)' is given here, and keeps its meaning"
      case .trainsOther(let name, let isData):
        isData
          ? "this trains on other rows than those of '\(name)'"
          : "this trains something else than '\(name)'"
      case .runNotLast(let name):
        name == "run"
          ? "'run' no longer stands for this training, the last"
          : "this training, the last, is called '\(name)'; 'run' is what is looked at"
      case .redefinedSubject(let name):
        "'\(name)' has another meaning now than what was trained here"
      case .otherLoss(let name): "this trains with another loss than '\(name)'"
      case .ownOptimizer(let name):
        "this makes its steps with '\(name)', and not with an optimizer of the language"
      case .heldInRange: "this moves the parameters with 'clip_weights', and not by steps alone"
      case .setByHand(let name): "this sets '\(name)', which only training may move"
      }
    return Diagnostic("given", words, at: range, notes: note.map { [$0] } ?? [])
  }

  private var note: String? {
    if case .redefined = self { return "choose another name" }
    return nil
  }
}
