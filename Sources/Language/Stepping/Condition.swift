import Autodiff
import Reporting

/// A condition at which a walk stops, such as `abs(gradient) < 0.01`.
struct Condition {
  /// What a condition may speak of.
  static let quantities = ["value", "gradient"]

  private let expression: Expression

  /// Reads a condition; says what is wrong with it if it is none.
  init(_ text: String) throws(ConditionProblem) {
    var parser = Parser(SourceText(name: "condition", text.plainSigns), base: 0)
    guard let statement = parser.next(), parser.diagnostics.isEmpty,
      case .expression(let expression) = statement.kind
    else {
      throw ConditionProblem(message: parser.diagnostics.first?.message ?? "this is no condition")
    }
    self.expression = expression
    _ = try Condition.number(expression, 0, 0)
  }

  /// Whether it holds for a node's value and gradient; a step of the forward pass has no gradient.
  func holds(_ value: Double, _ gradient: Double?) -> Bool {
    guard let result = try? Condition.number(expression, value, gradient ?? .nan) else {
      return false
    }
    return result != 0 && !result.isNaN
  }

  /// The number it is worth if it speaks of no quantity.
  func constant() throws(ConditionProblem) -> Double {
    try Condition.number(expression, .nan, .nan)
  }

  private static func number(_ expression: Expression, _ value: Double, _ gradient: Double)
    throws(ConditionProblem) -> Double
  {
    switch expression.kind {
    case .number(let number): return number
    case .name("value"): return value
    case .name("gradient"), .name("adjoint"): return gradient
    case .name(let name):
      if let constant = Builtins.constants[name] { return constant }
      throw ConditionProblem(
        message: "a condition speaks of 'value' and 'gradient', not of '\(name)'")
    case .negated(let operand): return -(try number(operand, value, gradient))
    case .power(let base, let exponent):
      return try apply("pow", [base, exponent], value, gradient)
    case .chain(let first, let links):
      var result = try number(first, value, gradient)
      for link in links {
        let right = try number(link.operand, value, gradient)
        switch InfixTable.entries[link.symbol]?.meaning {
        case .operation(let id): result = Operators[id].value([result, right])
        case .approximately: result = abs(result - right) <= 1e-6 * max(1, abs(right)) ? 1 : 0
        case .matrixProduct, nil: throw ConditionProblem(message: "a condition has no '@'")
        }
      }
      return result
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind else { break }
      return try apply(name, arguments.map(\.value), value, gradient)
    default: break
    }
    throw ConditionProblem(message: "a condition compares numbers, as in 'abs(gradient) < 0.01'")
  }

  private static func apply(
    _ name: String, _ operands: [Expression], _ value: Double, _ gradient: Double
  ) throws(ConditionProblem) -> Double {
    guard let id = Operators.named(name), Operators[id].operandCount.contains(operands.count) else {
      throw ConditionProblem(message: "there is no function '\(name)' of \(operands.count) numbers")
    }
    var numbers: [Double] = []
    for operand in operands { numbers.append(try number(operand, value, gradient)) }
    return Operators[id].value(numbers, Operators[id].defaultSettings)
  }
}

/// Why a text is no condition.
struct ConditionProblem: Error {
  var message: String
}
