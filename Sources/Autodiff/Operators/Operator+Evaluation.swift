/// The value and the local derivatives of an operator as doubles.
extension Operator {
  /// The value at some operands, of which there must be as many as the operator takes.
  public func value(_ operands: [Double], _ settings: Settings = .none) -> Double {
    switch body {
    case .unary(let rule): rule.value(operands[0], settings)
    case .binary(let rule): rule.value(operands[0], operands[1], settings)
    case .variadic(let rule): rule.value(operands, settings)
    }
  }

  /// The local derivative with respect to each operand; nil where nothing is sent to it.
  public func derivatives(_ operands: [Double], _ value: Double, _ settings: Settings = .none)
    -> [Double?]
  {
    guard !stopsGradient else { return operands.map { _ in nil } }
    switch body {
    case .unary(let rule):
      return [rule.derivative(operands[0], value, settings)]
    case .binary(let rule):
      let (a, b) = (operands[0], operands[1])
      return [rule.derivativeA(a, b, value, settings), rule.derivativeB(a, b, value, settings)]
    case .variadic(let rule):
      return rule.derivatives(operands, value, settings)
    }
  }
}
