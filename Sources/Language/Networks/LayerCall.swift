import Autodiff
import Reporting

/// A layer as it stands in a network, with what is needed to read its arguments.
struct LayerCall {
  let kind: LayerKind
  let syntax: LayerSyntax
  let builder: NetworkBuilder

  var range: SourceRange { syntax.range }
  var interpreter: Interpreter { builder.interpreter }
  /// How it was written.
  var words: String { syntax.words ?? interpreter.words(syntax.range) }

  /// What is given without a name.
  var operands: [Expression] { syntax.arguments.filter { $0.name == nil }.map(\.value) }

  /// What is given under a name.
  func option(_ name: String) -> Expression? {
    syntax.arguments.first { $0.name?.text == name }?.value
  }

  func wrongCount(_ expected: ClosedRange<Int>) -> Diagnostic {
    ProgramProblem.wrongArgumentCount(
      function: kind.name, signature: kind.usage, expected: expected, given: operands.count
    ).diagnostic(at: range)
  }

  /// Complains about names that the kind of layer does not have.
  func checkNames() throws(Diagnostic) {
    try Interpreter.refuseDuplicates(syntax.arguments)
    let known = kind.settings.map(\.name) + kind.options.map(\.name)
    for name in syntax.arguments.compactMap(\.name) where !known.contains(name.text) {
      throw ProgramProblem.unknownSetting(
        name.text, of: kind.name, closest: closestName(to: name.text, among: known), known: known
      ).diagnostic(at: name.range)
    }
  }

  /// The settings as numbers, checked; those not named are given in order after the operands.
  func settings(beside count: Int) throws(Diagnostic) -> Settings {
    let places = operands.dropFirst(count)
    guard places.count <= kind.settings.count else {
      throw wrongCount(count...count + kind.settings.count)
    }
    var numbers: [Double] = []
    for (index, setting) in kind.settings.enumerated() {
      let given = option(setting.name) ?? (index < places.count ? Array(places)[index] : nil)
      guard let given else {
        numbers.append(setting.standard)
        continue
      }
      numbers.append(try number(of: setting, given))
    }
    return Settings(numbers)
  }

  /// What a setting is given, as a number.
  func number(of setting: Setting, _ given: Expression) throws(Diagnostic) -> Double {
    try interpreter.setting(
      setting, try interpreter.evaluate(given, for: setting), of: kind.name, at: given.range)
  }

  /// A whole number from 1.
  func count(_ expression: Expression, _ what: String) throws(Diagnostic) -> Int {
    let number = try interpreter.wholeNumber(expression, what)
    guard number >= 1 else {
      throw ProgramProblem.badSize(value: Double(number)).diagnostic(at: expression.range)
    }
    return number
  }

  /// A function, of the language or the learner's own.
  func function(_ expression: Expression, _ what: String) throws(Diagnostic) -> FunctionValue {
    let named = try interpreter.functionNamed(expression)
    let value = if let named { named } else { try interpreter.evaluate(expression) }
    guard case .function(let function) = value else {
      throw NetworkProblem.notAnActivation(what, kind: value.kind).diagnostic(at: expression.range)
    }
    try function.refuseAsActivation(at: expression.range)
    return function
  }
}

extension FunctionValue {
  /// Refuses a function that cannot be called with one value, before a network is made of it.
  func refuseAsActivation(at range: SourceRange) throws(Diagnostic) {
    let count: ClosedRange<Int>
    switch source {
    case .network: return
    case .builtin(let builtin): count = builtin.operandCount
    case .written(let written):
      let free = written.parameters.filter { chosen[$0.name.text] == nil }
      count = free.count { $0.standard == nil }...free.count
    }
    guard !count.contains(1) else { return }
    throw NetworkProblem.activationOperands(name, count: count).diagnostic(at: range)
  }
}
