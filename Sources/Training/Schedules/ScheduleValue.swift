public import Autodiff
public import Reporting

/// What a setting of an optimizer is given: a number, or a number that changes with the steps.
public indirect enum ScheduleValue: Sendable {
  /// Always the same.
  case constant(Double)
  /// A schedule with its settings, and its list behind them.
  case rule(Schedule, Settings)
  /// One for so many steps, then the other, which starts again at 0.
  case then(ScheduleValue, steps: Int, ScheduleValue)
  /// Whatever a function says, such as one that a learner has written.
  case function(@Sendable (_ steps: Int) throws(Diagnostic) -> Double)
  /// Falls when the loss has stopped falling.
  case plateau(Plateau)

  /// The value after so many steps, from 0.
  ///
  /// - Throws: what a learner's function throws.
  public func value(afterSteps steps: Int) throws(Diagnostic) -> Double {
    switch self {
    case .constant(let value): value
    case .rule(let schedule, let settings): schedule.value(Double(steps), settings)
    case .then(let first, let count, let second):
      steps < count
        ? try first.value(afterSteps: steps) : try second.value(afterSteps: steps - count)
    case .function(let function): try function(steps)
    case .plateau(let plateau): plateau.value
    }
  }

  /// Tells a plateau the loss; of two that follow each other, the one whose turn it is.
  public mutating func observe(_ loss: Double, afterSteps steps: Int) {
    switch self {
    case .plateau(var plateau):
      plateau.observe(loss)
      self = .plateau(plateau)
    case .then(var first, let count, var second):
      if steps < count {
        first.observe(loss, afterSteps: steps)
      } else {
        second.observe(loss, afterSteps: steps - count)
      }
      self = .then(first, steps: count, second)
    case .constant, .rule, .function: break
    }
  }

  /// The number, if it never changes.
  public var constant: Double? {
    if case .constant(let value) = self { value } else { nil }
  }

  /// The value as a formula of the number of steps; nil where there is none, as for a plateau.
  public func formula(_ t: Formula) -> Formula? {
    switch self {
    case .constant(let value): return Formula(value)
    case .rule(let schedule, let settings): return schedule.formula(t, settings)
    case .then(let first, let count, let second):
      guard let early = first.formula(t), let late = second.formula(t - Double(count)) else {
        return nil
      }
      return Formula.choose(t .< Double(count), early, late)
    case .function, .plateau: return nil
    }
  }
}
