import Reporting

/// Why a run cannot be rewound.
enum RewindProblem {
  /// A word is no run.
  case noRun(String, known: [String], closest: String?)
  /// Something else was named.
  case notARun(String, kind: String)
  /// Not exactly one of the options was given.
  case howFar
  /// The record holds no checkpoints, because a search made it.
  case ofSearch(String)
  /// There is no such step.
  case noSuchStep(Int, made: Int, run: String)
  /// A parameter is no longer what was trained.
  case leafChanged(String, run: String)
  /// What the loss depends on has other values.
  case lossChanged(subject: String, run: String)
  /// A condition never holds; with how near it came.
  case never(String, run: String, nearest: String?)
  /// What should be a condition is a number.
  case noCondition(String)
  /// The run is over.
  case over(String, steps: Int)
  /// A rewound program cannot be exported.
  case inScript

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .noRun(let name, let known, let closest):
      Diagnostic(
        "no-run", "no run is called '\(name)'" + (closest.map { "; did you mean '\($0)'?" } ?? ""),
        at: range,
        notes: [
          known.isEmpty
            ? "'train' and 'minimize' make one, called 'run' unless name= says otherwise"
            : "there \(known.count == 1 ? "is" : "are") \(known.joined(separator: ", "))"
        ],
        fixes: closest.map { [Diagnostic.Fix("write '\($0)'", replacing: range, with: $0)] } ?? [])
    case .notARun(let words, let kind):
      Diagnostic(
        "no-run", "'\(words)' is \(kind), not the record of a training", at: range,
        notes: ["write 'rewind run, step=137'"])
    case .howFar:
      Diagnostic(
        "rewind-where", "'rewind' is told one of 'step', 'when' and 'resume'", at: range,
        notes: [
          "step=137: before that step; when=loss > 5: before the first step where it holds; "
            + "resume=true: on from where it stands"
        ])
    case .ofSearch(let run):
      Diagnostic(
        "no-checkpoints", "'\(run)' was made by 'search', which keeps no checkpoints", at: range,
        notes: ["train once more with the settings it found, and rewind that"])
    case .noSuchStep(let step, let made, let run):
      Diagnostic(
        "no-such-step", "'\(run)' has no step \(step): \(Self.made(made))", at: range,
        notes: ["steps count from 1; step=last is the last, step=end the end of the run"])
    case .leafChanged(let leaf, let run):
      Diagnostic(
        "changed-since", "'\(leaf)' was defined anew since '\(run)', which cannot go back in it",
        at: range, notes: ["train again, or take the definition back"])
    case .lossChanged(let subject, let run):
      Diagnostic(
        "changed-since", "something '\(subject)' depends on was changed since '\(run)'", at: range,
        notes: [
          "the steps of the run belong to other numbers: give inputs and frozen leaves their old"
            + " values, or train again"
        ])
    case .noCondition(let words):
      Diagnostic(
        "rewind-where", "'\(words)' is no condition: it would hold before every step", at: range,
        notes: ["write when=loss > 5, or step=\(words) for a step by its number"])
    case .never(let words, let run, let nearest):
      Diagnostic(
        "never-true", "'\(words)' holds before no step of '\(run)'", at: range,
        notes: nearest.map { [$0] } ?? [])
    case .over(let run, let steps):
      Diagnostic(
        "run-over", "'\(run)' is at its end: \(Self.made(steps))", at: range,
        notes: ["rewind to one of its steps first, or train again for more epochs"])
    case .inScript:
      Diagnostic(
        "no-pytorch", "'rewind' has no counterpart in PyTorch", at: range,
        notes: ["leave it out of the program that is exported"])
    }
  }

  private static func made(_ steps: Int) -> String {
    steps == 1 ? "one step was made" : "\(steps) steps were made"
  }
}
