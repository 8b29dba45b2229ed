import Autodiff
import Reporting
import Training

/// A schedule that is a function of the program: one of the language's, or the learner's own.
struct FunctionSchedule: StepSchedule {
  let interpreter: Interpreter
  let function: FunctionValue
  let range: SourceRange

  func value(after done: Int) throws(Diagnostic) -> Double {
    try interpreter.scheduled(.function(function), after: Double(done), at: range)
  }

  /// The schedule as a formula of `step`; nil for one that the learner has written.
  var formula: Formula? { interpreter.formula(of: function, at: Formula("step"), range) }
}

extension Interpreter {
  fileprivate func formula(of function: FunctionValue, at step: Formula, _ range: SourceRange)
    -> Formula?
  {
    guard case .builtin(let builtin) = function.source else { return nil }
    if builtin.name == "then" {
      guard case .number(let count)? = function.chosen["n"], let first = function.chosen["a"],
        let second = function.chosen["b"],
        let early = formula(of: first, at: step, range),
        let late = formula(of: second, at: step - count, range)
      else { return nil }
      return Formula.choose(step .< count, early, late)
    }
    guard let schedule = Schedules.all.first(where: { $0.name == builtin.name }),
      var settings = try? settings(function.chosen, of: builtin, [], at: range)
    else { return nil }
    if let list = schedule.list, let value = function.chosen[list.name] {
      guard let numbers = try? numbers(value, "", at: range) else { return nil }
      settings = Settings(settings.values + numbers.elements)
    }
    return schedule.formula(step, settings)
  }

  private func formula(of value: Value, at step: Formula, _ range: SourceRange) -> Formula? {
    if case .number(let number) = value { return Formula(number) }
    guard case .function(let function) = value else { return nil }
    return formula(of: function, at: step, range)
  }
}
