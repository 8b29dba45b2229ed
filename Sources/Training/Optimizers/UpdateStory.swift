public import Autodiff

/// How one parameter was updated, line by line: from its gradient to its new value.
///
/// Every line is a formula of the lines above it, and its number is what the update computed.
public struct UpdateStory: Sendable {
  /// One quantity and how it came about.
  public struct Line: Sendable {
    /// What it is called: `m̂`; on the last line the parameter.
    public let name: String
    /// How it is computed; prints with names or with numbers.
    public let formula: Formula
    /// What it came to.
    public let number: Double

    /// A line from its parts.
    public init(name: String, formula: Formula, number: Double) {
      self.name = name
      self.formula = formula
      self.number = number
    }
  }

  /// The lines in the order they were computed; the last gives the parameter after.
  public let lines: [Line]
  /// The parameter after.
  public let parameter: Double
  /// The states after, in the optimizer's order.
  public let states: [Double]

  /// Tells one update.
  ///
  /// - Parameters:
  ///   - parameter: what the parameter is called, and what it is before the update.
  ///   - gradient: what its gradient is called, and what it is.
  ///   - states: what the states are called, and what they are before, in the optimizer's order.
  ///   - step: which step it is, from 1.
  ///   - settings: the settings at this step.
  public init(
    of optimizer: Optimizer, parameter: (name: String, number: Double),
    gradient: (name: String, number: Double), states: [(name: String, number: Double)], step: Int,
    settings: Settings
  ) {
    var lines: [Line] = []
    func record(_ name: String, _ formula: Formula) -> Formula {
      let number = formula.number ?? .nan
      lines.append(Line(name: name, formula: formula, number: number))
      return Formula(name, number)
    }
    let updated = optimizer.formulas(
      Update(
        w: Formula(parameter.name, parameter.number),
        g: Formula(gradient.name, gradient.number),
        states: states.map { Formula($0.name, $0.number) },
        t: Formula("t", Double(step)),
        settings: settings, names: optimizer.settings.map(\.name), note: record))
    self.parameter = record(parameter.name, updated.w).number ?? .nan
    self.states = updated.states.map { $0.number ?? .nan }
    self.lines = lines
  }
}
