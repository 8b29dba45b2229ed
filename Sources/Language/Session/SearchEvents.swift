/// Something a trial of a search chose.
public struct SearchChoice: Sendable, Equatable {
  /// What it was chosen.
  public enum Value: Sendable, Equatable {
    case number(Double)
    case word(String)
  }

  /// What it was chosen for: `lr`, `units1`.
  public var name: String
  public var value: Value
}

/// One trial of a search, and what came of it.
public struct TrialReport: Sendable {
  /// How its training ended.
  public enum Ending: Sendable, Equatable {
    /// As it was to end.
    case finished
    /// Something became nan or infinite in an epoch.
    case nonFinite(epoch: Int)
    /// Something stopped it: a person, or a limit.
    case stopped
  }

  /// Which trial it is, from 1.
  public var trial: Int
  public var choices: [SearchChoice]
  public var ending: Ending
  /// What the parameters that were kept are worth; nil where a training has not come so far.
  public var loss: Double?
  public var accuracy: Double?
  public var validationLoss: Double?
  public var validationAccuracy: Double?

  /// The number trials are compared by; nil for a trial that cannot win.
  public var score: Double? {
    guard ending == .finished, let score = validationLoss ?? loss, score.isFinite else {
      return nil
    }
    return score
  }
}

/// The end of a search.
public struct SearchReport: Sendable {
  /// What was searched, in the program's words.
  public var subject: String
  /// `grid` or `random`.
  public var method: String
  /// How many trials there were to be.
  public var planned: Int
  /// The trials that were made, in their order.
  public var trials: [TrialReport]
  /// Whether the validation loss was compared, not the training loss.
  public var isValidated: Bool
  /// What `best` is now, as it would be written; nil if no trial won.
  public var best: String?
  /// The name the record of the winner's training has.
  public var run: String
  /// Why the numbers of the trials may not be fit to be compared.
  public var note: String?

  /// The trials, the best first; those that cannot win come last.
  public var ranking: [TrialReport] {
    let able = trials.filter { $0.score != nil }
    return able.enumerated()
      .sorted { ($0.element.score ?? 0, $0.offset) < ($1.element.score ?? 0, $1.offset) }
      .map(\.element) + trials.filter { $0.score == nil }
  }

  /// The trial that won.
  public var winner: TrialReport? { ranking.first.flatMap { $0.score == nil ? nil : $0 } }
}
