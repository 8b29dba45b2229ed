import Autodiff
import Reporting

/// What one trial of a search is made of.
struct SearchPlan {
  /// The network to build; nil for one that is there already.
  var network: NetworkSyntax?
  /// The arguments of `train`.
  var arguments: [Argument]
  var choices: [SearchChoice]
}

/// How a search comes to its trials.
enum SearchMethod: String, CaseIterable {
  /// Every combination.
  case grid
  /// As many draws as are wanted.
  case random

  /// How it comes to its trials, in words.
  var meaning: String {
    switch self {
    case .grid: "every combination"
    case .random: "draws"
    }
  }

  /// The most trials of one search.
  static let mostTrials = 10_000
  /// How many draws are made unless it is said.
  static let standardTrials = 10
}

extension Interpreter {
  /// The trials of a search, in order.
  func plans(_ method: SearchMethod, _ network: NetworkSyntax?, _ invocation: Invocation)
    throws(Diagnostic) -> [SearchPlan]
  {
    let own = ["method", "trials", "seed"]
    let arguments = invocation.arguments.filter { !own.contains($0.name?.text ?? "") }
    let trials = try trials(invocation)
    func plan(_ maker: any ChoiceMaker) throws(Diagnostic) -> SearchPlan {
      try spend(at: invocation.range)
      let chooser = Chooser(self, maker)
      let network = try network.map { (syntax) throws(Diagnostic) in try chooser.chosen(syntax) }
      let arguments = try chooser.chosen(arguments, of: "search", for: "data")
      guard !chooser.choices.isEmpty else {
        throw SearchProblem.nothingToChoose.diagnostic(at: invocation.range)
      }
      return SearchPlan(network: network, arguments: arguments, choices: chooser.choices)
    }
    var plans: [SearchPlan] = []
    switch method {
    case .random:
      let seed = try option("seed", invocation).map { (expression) throws(Diagnostic) in
        Int64(try wholeNumber(expression, "a seed"))
      }
      let source = seed ?? Int64(bitPattern: random.draw().bits(0))
      for trial in 0..<(trials ?? SearchMethod.standardTrials) {
        plans.append(try plan(RandomPlace(seed: source, trial: trial)))
      }
    case .grid:
      var place: GridPlace? = GridPlace()
      while let here = place, plans.count < trials ?? .max {
        guard plans.count < SearchMethod.mostTrials else {
          throw SearchProblem.gridTooLarge(SearchMethod.mostTrials)
            .diagnostic(at: invocation.range)
        }
        plans.append(try plan(here))
        place = here.next
      }
    }
    return plans
  }

  private func trials(_ invocation: Invocation) throws(Diagnostic) -> Int? {
    guard let expression = option("trials", invocation) else { return nil }
    let trials = try countOption("trials", invocation, default: SearchMethod.standardTrials)
    guard trials <= SearchMethod.mostTrials else {
      throw ProgramProblem.settingOutOfRange(
        "trials", value: Double(trials), allowed: 1...Double(SearchMethod.mostTrials)
      ).diagnostic(at: expression.range)
    }
    return trials
  }
}
