import Autodiff
import Reporting

/// A function of the language: what help, completion, checking and calling need to know about it.
final class Builtin: Sendable {
  /// A value handed to a function, and where it stands.
  struct Operand {
    var value: Value
    var range: SourceRange
    /// The name it is given under, if it is an option.
    var name: String?
  }

  /// Something given by name that is not a number, such as the weights of classes; it comes after
  /// the operands.
  struct Option {
    var name: String
    var meaning: String
  }

  /// What calls it.
  let name: String
  /// One line for help and completion.
  let summary: String
  /// What its operands are called in help.
  let operandNames: [String]
  /// How many operands it takes.
  let operandCount: ClosedRange<Int>
  /// Numbers that are chosen; given by name, or by place after the operands.
  let settings: [Setting]
  /// What else may be given by name.
  let options: [Option]
  /// Whether a call with settings gives a function of the operands, as a schedule does.
  let givesFunction: Bool
  /// The operator it applies, if it is one.
  let operation: OperatorID?
  /// What it does.
  let body: @Sendable (Interpreter, [Operand], Settings, SourceRange) throws(Diagnostic) -> Value

  init(
    _ name: String, _ summary: String, operands: [String], count: ClosedRange<Int>? = nil,
    settings: [Setting] = [], options: [Option] = [], givesFunction: Bool = false,
    operation: OperatorID? = nil,
    body:
      @escaping @Sendable (Interpreter, [Operand], Settings, SourceRange) throws(Diagnostic) ->
      Value
  ) {
    self.name = name
    self.summary = summary
    operandNames = operands
    operandCount = count ?? operands.count...operands.count
    self.settings = settings
    self.options = options
    self.givesFunction = givesFunction
    self.operation = operation
    self.body = body
  }

  /// How many values a call may give without a name: the operands, then the settings in order.
  var valueCount: ClosedRange<Int> {
    guard operandCount.lowerBound == operandCount.upperBound else { return operandCount }
    return operandCount.lowerBound...operandCount.upperBound + settings.count
  }

  /// How a call is written: `leaky_relu(x, negative_slope=0.01)`.
  var signature: String {
    let operandNames = givesFunction ? [] : operandNames
    let chosen = settings.map { "\($0.name)=\($0.standardText)" }
    return "\(name)(\((operandNames + chosen).joined(separator: ", ")))"
  }
}

/// Every function of the language, by name.
enum Builtins {
  /// Names that stand for numbers unless the program gives them another meaning.
  static let constants: [String: Double] = [
    "inf": .infinity, "nan": .nan, "true": 1, "false": 0, "pi": .pi,
  ]

  /// All functions, in the order of help.
  static let all: [Builtin] =
    operators + losses + layers + clips + schedules + shapes + derivatives + generators + data
    + choices

  /// The function of that name.
  static func named(_ name: String) -> Builtin? { byName[name] }

  /// The name of the language or of the program that was most likely meant.
  static func closest(to name: String, or own: [String]) -> String? {
    // One slip in two letters is anybody's name, so only the program's own names are close to it.
    let known = name.count > 2 ? all.map(\.name) + Array(constants.keys) : []
    return closestName(to: name, among: own + known)
  }

  private static let byName: [String: Builtin] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
