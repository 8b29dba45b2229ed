import Autodiff
import Reporting

extension Builtins {
  /// What stands for a setting that a search is to find; only `search` chooses.
  static let choices: [Builtin] = [choose, between]

  /// Several values, one of which each trial of a search takes.
  static let choose = Builtin(
    "choose", "in a search: one of these, another in every trial", operands: ["a", "b", "…"],
    count: 1...Int.max
  ) { _, _, _, range throws(Diagnostic) in
    throw SearchProblem.choiceOutsideSearch("choose").diagnostic(at: range)
  }

  /// Two ends, between which each trial of a search takes a number.
  static let between = Builtin(
    "between", "in a search: a number from low to high, whole where a width or a count is wanted",
    operands: ["low", "high"],
    settings: [
      Setting("log", 0, "true: every power of ten is as likely as any other", in: 0...1),
      Setting("points", 5, "into how many points a grid divides it", in: 1...1000),
    ]
  ) { _, _, _, range throws(Diagnostic) in
    throw SearchProblem.choiceOutsideSearch("between").diagnostic(at: range)
  }
}

extension Interpreter {
  /// Which of the words of a search a call is of; nil if of none, or if the program has given the
  /// word a meaning of its own.
  func choice(_ callee: Expression) -> Builtin? {
    guard case .name(let word) = callee.kind,
      let choice = Builtins.choices.first(where: { $0.name == word })
    else { return nil }
    if case .function? = names.value(of: word) { return nil }
    return choice
  }

  /// Complains about a choice where nothing can choose.
  func refuseChoice(_ expression: Expression) throws(Diagnostic) {
    if case .call(let callee, _) = expression.kind, let choice = choice(callee) {
      throw SearchProblem.choiceOutsideSearch(choice.name).diagnostic(at: expression.range)
    }
  }
}
