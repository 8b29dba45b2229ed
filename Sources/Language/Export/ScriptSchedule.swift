import Autodiff
import Reporting
import Training

/// A setting of a training as Python has it: a number, or a function of the step.
struct ScriptSchedule {
  /// What the setting is called.
  let name: String
  /// The number, if it is always the same.
  let number: Double?
  /// The function's lines, if it changes.
  let lines: [String]
  /// The plateau, if it is one.
  var plateau: Settings?

  /// Its value at a step, as an expression.
  func value(at step: String) -> String {
    number.map(PythonText.number) ?? "\(function)(\(step))"
  }
  var call: String { value(at: "step") }
  var isConstant: Bool { number != nil }
  private var function: String { ScriptSchedule.function(name) }
  private static func function(_ name: String) -> String {
    PythonNames.identifier(name) + "_schedule"
  }

  /// How many steps a schedule without a formula is listed for.
  static let longestTable = 100_000

  init(_ name: String, number: Double) {
    (self.name, self.number, lines, plateau) = (name, number, [], nil)
  }

  /// A setting from its value; `steps` is how many there may be.
  init(
    _ name: String, _ value: SettingValue, steps: Int, at range: SourceRange
  ) throws(Diagnostic) {
    self.name = PythonNames.identifier(name)
    let function = ScriptSchedule.function(name)
    switch value {
    case .number(let number): (self.number, lines, plateau) = (number, [], nil)
    case .plateau(let value): (number, lines, plateau) = (nil, [], value.settings)
    case .schedule(let schedule):
      number = nil
      plateau = nil
      if let formula = (schedule as? FunctionSchedule)?.formula,
        let text = PythonNumbers.write(formula.tree)
      {
        lines = ["def \(function)(step):", "    return \(text.text)"]
      } else {
        guard steps <= ScriptSchedule.longestTable else {
          throw ScriptProblem.tooLong(
            what: "values of '\(name)'", count: steps, limit: ScriptSchedule.longestTable
          ).diagnostic(at: range)
        }
        var values: [Double] = []
        for step in 0..<steps { values.append(try schedule.value(after: step)) }
        lines = [
          "def \(function)(step):", "    values = \(PythonText.list(values))",
          "    return values[min(step, len(values) - 1)]",
        ]
      }
    }
  }
}
