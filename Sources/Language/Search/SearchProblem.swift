import Reporting

/// What is wrong with a search, or with what it is to choose.
enum SearchProblem {
  case openNetwork(String)
  case choiceOutsideSearch(String)
  case nothingToChoose
  case intervalEnds(low: Double, high: Double)
  case intervalLogarithm(low: Double)
  case gridTooLarge(Int)
  case noWinner(trials: Int)
  case interrupted(trials: Int)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .openNetwork(let name):
      return Diagnostic(
        "open-network",
        "something in '\(name)' is still to be chosen, so it has no weights yet", at: range,
        notes: [
          "'search \(name), DATA, …' finds what to choose; 'best' is then the network it found"
        ])
    case .choiceOutsideSearch(let word):
      return Diagnostic(
        "choice-outside-search", "'\(word)' leaves something open that only 'search' can choose",
        at: range,
        notes: ["it stands in 'search', or in a 'net' that is searched; elsewhere write a value"])
    case .nothingToChoose:
      return Diagnostic(
        "nothing-to-choose", "this search has nothing to choose", at: range,
        notes: ["write choose(0.1, 0.01) or between(1e-4, 1, log=true) where a setting stands"])
    case .intervalEnds(let low, let high):
      return Diagnostic(
        "bad-interval",
        "'between' goes from a number to a larger one, not from \(ProgramProblem.text(low)) to "
          + ProgramProblem.text(high), at: range)
    case .intervalLogarithm(let low):
      return Diagnostic(
        "bad-interval",
        "with log=true the low end must be above 0, not \(ProgramProblem.text(low))",
        at: range)
    case .gridTooLarge(let most):
      return Diagnostic(
        "grid-too-large", "this grid has more than \(most) combinations", at: range,
        notes: ["method=random, trials=50 draws some of them, method=grid, trials=50 the first"])
    case .noWinner(let trials):
      return Diagnostic(
        "no-winner",
        trials == 1
          ? "the only trial did not end with a finite loss"
          : "none of the \(trials) trials ended with a finite loss", at: range,
        notes: ["smaller learning rates or clip=norm(1) may help"])
    case .interrupted(let trials):
      return Diagnostic(
        "interrupted", "stopped after \(trials == 1 ? "one trial" : "\(trials) trials")", at: range,
        notes: ["'best' is the best of them"])
    }
  }
}
