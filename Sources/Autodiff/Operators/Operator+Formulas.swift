/// The operator written down: its definition and its derivatives, from the rules that compute.
extension Operator {
  /// What it computes, in terms of simpler operators; an elementary function stands for itself.
  public func definition(_ operands: [Formula], _ settings: Settings) -> Formula {
    switch body {
    case .unary(let rule): rule.definition(operands[0], settings)
    case .binary(let rule): rule.definition(operands[0], operands[1], settings)
    case .variadic(let rule): rule.definition(operands, settings)
    }
  }

  /// The local derivative with respect to each operand; nil where nothing is sent to it.
  public func derivativeFormulas(_ operands: [Formula], _ value: Formula, _ settings: Settings)
    -> [Formula?]
  {
    guard !stopsGradient else { return operands.map { _ in nil } }
    switch body {
    case .unary(let rule):
      return [rule.derivativeFormula(operands[0], value, settings)]
    case .binary(let rule):
      let (a, b) = (operands[0], operands[1])
      return [
        rule.derivativeFormulaA(a, b, value, settings),
        rule.derivativeFormulaB(a, b, value, settings),
      ]
    case .variadic(let rule):
      return rule.derivativeFormulas(operands, value, settings)
    }
  }
}
