import Reporting

/// How a learner's number is marked.
enum Mark: Equatable {
  /// It is the true one.
  case right
  /// It follows from a number the learner has given before.
  case carried(from: Double)
  /// It follows from a 0 or a 1, with which nothing can be shown.
  case trivial(from: Double)
  /// It has one digit where the truth has more.
  case coarse
  /// It is something else.
  case wrong

  /// The mark of a prediction.
  init(_ prediction: Prediction, truth: Double, followed: LearnerNumbers.Followed?) {
    if prediction.matches(truth) {
      self = .right
    } else if let followed, let source = followed.sources.last, prediction.matches(followed.number)
    {
      let trivial = followed.sources.first { $0 == 0 || $0 == 1 }
      self = trivial.map { .trivial(from: $0) } ?? .carried(from: source)
    } else {
      self = prediction.isCoarse(for: truth) ? .coarse : .wrong
    }
  }

  /// Whether it earns a point.
  var isEarned: Bool {
    switch self {
    case .right, .carried: true
    case .trivial, .coarse, .wrong: false
    }
  }

  /// What is said before the true number is shown.
  func words(_ said: String, number: (Double) -> String) -> String {
    switch self {
    case .right: "✓ right: "
    case .carried(let source): "✓ right, carried from your \(number(source)); in truth it is "
    case .trivial(let source):
      "✗ it follows from your \(number(source)), but a 0 or 1 carries nothing: it is "
    case .coarse: "✗ \(said) is too coarse, give two digits at least: it is "
    case .wrong: "✗ not \(said): it is "
    }
  }
}
