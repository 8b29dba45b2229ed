import Autodiff
import Reporting

/// Options that read their own words first: `loss=mse`, `clip=norm(1)`, `reduction=mean`.
extension Interpreter {
  /// A word and what stands in the parentheses behind it.
  func wordAndArguments(_ expression: Expression, of option: String) throws(Diagnostic)
    -> (String, [Argument])
  {
    try refuseChoice(expression)
    switch expression.kind {
    case .name(let word): return (word, [])
    case .text(let word): return (word, [])
    case .call(let callee, let arguments):
      if case .name(let word) = callee.kind { return (word, arguments) }
    default: break
    }
    throw ProgramProblem.unknownWord(
      words(expression.range), of: option, known: ["a word, perhaps with settings"], closest: nil
    ).diagnostic(at: expression.range)
  }

  /// Settings as numbers: those without a name in order, the others by name.
  func numbers(
    of settings: [Setting], in arguments: [Argument], for name: String, at range: SourceRange
  ) throws(Diagnostic) -> Settings {
    let given = try self.given(settings, in: arguments, for: name, at: range)
    var numbers: [Double] = []
    for (setting, expression) in zip(settings, given) {
      guard let expression else {
        numbers.append(setting.standard)
        continue
      }
      let value = try evaluate(expression, for: setting)
      numbers.append(try self.setting(setting, value, of: name, at: expression.range))
    }
    return Settings(numbers)
  }

  /// What is given for each setting; nil where nothing is.
  func given(
    _ settings: [Setting], in arguments: [Argument], for name: String, at range: SourceRange
  ) throws(Diagnostic) -> [Expression?] {
    let arguments = arguments.flatMap { $0.unpaired(settings) }
    try Interpreter.refuseDuplicates(arguments)
    var given = [Expression?](repeating: nil, count: settings.count)
    var place = 0
    for argument in arguments {
      guard let key = argument.name else {
        guard place < settings.count else {
          let words = settings.map { "\($0.name)=\($0.standardText)" }
          throw ProgramProblem.wrongArgumentCount(
            function: name, signature: "\(name)(\(words.joined(separator: ", ")))",
            expected: 0...settings.count, given: arguments.count
          ).diagnostic(at: argument.value.range)
        }
        given[place] = argument.value
        place += 1
        continue
      }
      guard let index = settings.firstIndex(where: { $0.name == key.text }) else {
        let known = settings.map(\.name)
        throw ProgramProblem.unknownSetting(
          key.text, of: name, closest: closestName(to: key.text, among: known), known: known
        ).diagnostic(at: key.range)
      }
      guard given[index] == nil else {
        throw ProgramProblem.duplicateSetting(key.text).diagnostic(at: key.range)
      }
      given[index] = argument.value
    }
    return given
  }

  /// What a setting is given; where it knows words, they need no quotes.
  func evaluate(_ expression: Expression, for setting: Setting?) throws(Diagnostic) -> Value {
    guard case .name(let word) = expression.kind, let setting, !setting.words.isEmpty else {
      return try evaluate(expression)
    }
    if let own = names.value(of: word), !setting.words.contains(word) { return own }
    return .text(word)
  }

  /// The function a name stands for where a function is wanted, so that `sum` is not some number
  /// of the learner's that has the same name; nil if the expression is no name of a function.
  func functionNamed(_ expression: Expression) throws(Diagnostic) -> Value? {
    guard case .name(let name) = expression.kind else { return nil }
    if let value = names.value(of: name), case .function = value { return value }
    return Builtins.named(name).map { .function(FunctionValue(source: .builtin($0))) }
  }
}

extension Argument {
  /// Both of `betas=[0.9, 0.999]`, as PyTorch writes them, as the settings `beta1` and `beta2`.
  fileprivate func unpaired(_ settings: [Setting]) -> [Argument] {
    let names = ["beta1", "beta2"]
    guard let name, name.text == "betas", case .list(let parts) = value.kind,
      parts.count == names.count,
      names.allSatisfy({ name in settings.contains { $0.name == name } })
    else { return [self] }
    return zip(names, parts).map {
      Argument(name: Name(text: $0, range: name.range), value: $1)
    }
  }
}
