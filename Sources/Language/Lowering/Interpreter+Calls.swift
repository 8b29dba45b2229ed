import Autodiff
import Reporting

/// Calls of functions, the program's and the language's.
extension Interpreter {
  func call(_ callee: Expression, _ arguments: [Argument], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    let function = try self.function(callee)
    switch function.source {
    case .builtin(let builtin): return try call(builtin, function.chosen, arguments, at: range)
    case .written(let written):
      return try call(written, function.chosen, arguments, callee, at: range)
    case .network(let network):
      guard arguments.count == 1, arguments[0].name == nil else {
        throw ProgramProblem.wrongArgumentCount(
          function: network.name, signature: "\(network.name)(x)", expected: 1...1,
          given: arguments.count
        ).diagnostic(at: range)
      }
      return try evaluate(network, try evaluate(arguments[0].value), at: range)
    }
  }

  /// Calls a function with values.
  func call(_ function: FunctionValue, with values: [Value], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    try nested(at: range) { () throws(Diagnostic) in
      switch function.source {
      case .builtin(let builtin):
        guard builtin.operandCount.contains(values.count) else {
          throw ProgramProblem.wrongArgumentCount(
            function: builtin.name, signature: builtin.signature, expected: builtin.valueCount,
            given: values.count
          ).diagnostic(at: range)
        }
        let operands = values.map { Builtin.Operand(value: $0, range: range) }
        let settings = try settings(function.chosen, of: builtin, [], at: range)
        return try builtin.body(
          self, operands + named(function.chosen, of: builtin, at: range), settings, range)
      case .written(let written):
        let free = written.parameters.filter { function.chosen[$0.name.text] == nil }
        let needed = free.count { $0.standard == nil }
        guard (needed...max(needed, free.count)).contains(values.count) else {
          throw ProgramProblem.wrongArgumentCount(
            function: written.name.text, signature: written.signature,
            expected: needed...max(needed, free.count), given: values.count
          ).diagnostic(at: range)
        }
        var given = function.chosen
        for (parameter, value) in zip(free, values) { given[parameter.name.text] = value }
        return try run(written, given, at: range)
      case .network(let network):
        guard let only = values.first, values.count == 1 else {
          throw ProgramProblem.wrongArgumentCount(
            function: network.name, signature: "\(network.name)(x)", expected: 1...1,
            given: values.count
          ).diagnostic(at: range)
        }
        return try evaluate(network, only, at: range)
      }
    }
  }

  /// A function with its settings chosen, such as a schedule; all of them, so that it can be told
  /// from one that still waits for its settings.
  private func function(_ builtin: Builtin, _ arguments: [Argument], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    let inOrder = builtin.namesInOrder
    var chosen: [String: Value] = [:]
    var place = 0
    for argument in arguments {
      var name = argument.name?.text
      if name == nil {
        guard place < inOrder.count else {
          throw ProgramProblem.wrongArgumentCount(
            function: builtin.name, signature: builtin.signature, expected: 0...inOrder.count,
            given: arguments.count
          ).diagnostic(at: argument.value.range)
        }
        name = inOrder[place]
        place += 1
      }
      guard let name, inOrder.contains(name) else {
        throw ProgramProblem.unknownSetting(
          argument.name?.text ?? "", of: builtin.name,
          closest: closestName(to: argument.name?.text ?? "", among: inOrder), known: inOrder
        ).diagnostic(at: argument.name?.range ?? range)
      }
      guard chosen[name] == nil else {
        throw ProgramProblem.duplicateSetting(name).diagnostic(at: argument.value.range)
      }
      let setting = builtin.settings.first { $0.name == name }
      let value = try evaluate(argument.value, for: setting)
      if let setting {
        // A schedule of a schedule is no number.
        _ = try self.setting(setting, value, of: builtin.name, at: argument.value.range)
      }
      chosen[name] = value
    }
    for setting in builtin.settings where chosen[setting.name] == nil {
      if setting.standard.isNaN, setting.words.isEmpty {
        throw ProgramProblem.missingSetting(setting.name, of: builtin.name).diagnostic(at: range)
      }
      chosen[setting.name] =
        setting.words.first.map { .text($0) } ?? .number(setting.standard)
    }
    return .function(FunctionValue(source: .builtin(builtin), chosen: chosen))
  }

  /// What is given to a built-in function under a name and is not a number.
  private func named(_ chosen: [String: Value], of builtin: Builtin, at range: SourceRange)
    -> [Builtin.Operand]
  {
    builtin.options.compactMap { option in
      chosen[option.name].map { Builtin.Operand(value: $0, range: range, name: option.name) }
    }
  }

  /// What is called: in call position a built-in is meant unless the name itself holds a function.
  private func function(_ callee: Expression) throws(Diagnostic) -> FunctionValue {
    guard case .name(let name) = callee.kind else {
      let value = try evaluate(callee)
      if case .function(let function) = value { return function }
      if case .network(let network) = value { return FunctionValue(source: .network(network)) }
      throw ProgramProblem.notAFunction(words(callee.range), kind: value.kind).diagnostic(
        at: callee.range)
    }
    let value = names.value(of: name)
    if case .openNetwork? = value {
      throw SearchProblem.openNetwork(name).diagnostic(at: callee.range)
    }
    if case .function(let function) = value { return function }
    if case .network(let network) = value { return FunctionValue(source: .network(network)) }
    if let builtin = Builtins.named(name) { return FunctionValue(source: .builtin(builtin)) }
    if let value {
      throw ProgramProblem.notAFunction(name, kind: value.kind).diagnostic(at: callee.range)
    }
    if Verbs.isVerb(name) { throw ProgramProblem.verbAsValue(name).diagnostic(at: callee.range) }
    throw ProgramProblem.unknownFunction(name, closest: closest(to: name)).diagnostic(
      at: callee.range)
  }

  /// Refuses a setting that is given twice.
  static func refuseDuplicates(_ arguments: [Argument]) throws(Diagnostic) {
    var seen: Set<String> = []
    for name in arguments.compactMap(\.name) where !seen.insert(name.text).inserted {
      throw ProgramProblem.duplicateSetting(name.text).diagnostic(at: name.range)
    }
  }

  func call(
    _ builtin: Builtin, _ chosen: [String: Value], _ arguments: [Argument], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    try Interpreter.refuseDuplicates(arguments)
    if builtin.givesFunction, chosen.isEmpty { return try function(builtin, arguments, at: range) }
    var operands: [Builtin.Operand] = []
    var settings = chosen
    let isFixed = builtin.operandCount.lowerBound == builtin.operandCount.upperBound
    for argument in arguments {
      guard let name = argument.name else {
        let place = operands.count - builtin.operandCount.upperBound
        let next = settings.count - chosen.count
        if isFixed, place >= 0, next < builtin.settings.count {
          let setting = builtin.settings[next]
          settings[setting.name] = try evaluate(argument.value, for: setting)
        } else {
          let value = try operand(argument.value, of: builtin)
          operands.append(Builtin.Operand(value: value, range: argument.value.range))
        }
        continue
      }
      let setting = builtin.settings.first { $0.name == name.text }
      guard setting != nil || builtin.options.contains(where: { $0.name == name.text }) else {
        let known = builtin.settings.map(\.name) + builtin.options.map(\.name)
        throw ProgramProblem.unknownSetting(
          name.text, of: builtin.name, closest: closestName(to: name.text, among: known),
          known: known
        ).diagnostic(at: name.range)
      }
      if settings[name.text] != nil, chosen[name.text] == nil {
        throw ProgramProblem.duplicateSetting(name.text).diagnostic(at: name.range)
      }
      settings[name.text] = try evaluate(argument.value, for: setting)
    }
    if operands.isEmpty, !arguments.isEmpty, arguments.allSatisfy({ $0.name != nil }),
      builtin.operandCount.lowerBound > 0
    {
      return .function(FunctionValue(source: .builtin(builtin), chosen: settings))
    }
    guard builtin.operandCount.contains(operands.count) else {
      throw ProgramProblem.wrongArgumentCount(
        function: builtin.name, signature: builtin.signature, expected: builtin.valueCount,
        given: arguments.count { $0.name == nil }
      ).diagnostic(at: range)
    }
    let numbers = try self.settings(settings, of: builtin, arguments, at: range)
    return try builtin.body(
      self, operands + named(settings, of: builtin, at: range), numbers, range)
  }

  /// An operand; a list handed to `grad` or `hessian` may mix shapes, so it is flattened there.
  private func operand(_ expression: Expression, of builtin: Builtin) throws(Diagnostic) -> Value {
    guard Builtins.takesMixedLists.contains(builtin.name), case .list(let parts) = expression.kind
    else { return try evaluate(expression) }
    return try flattened(parts, at: expression.range)
  }

  /// Values of any shapes, one after another, as one vector.
  func flattened(_ parts: [Expression], at range: SourceRange) throws(Diagnostic) -> Value {
    var elements: [Tensor.Element] = []
    for part in parts {
      elements += try tensor(try evaluate(part), "the elements of a list", at: part.range).elements
    }
    guard !elements.isEmpty else { throw ProgramProblem.emptyList.diagnostic(at: range) }
    try hold(elements.count, at: range)
    return .tensor(Tensor(shape: .vector(elements.count), elements: elements))
  }

  /// The settings of a call as numbers, checked.
  func settings(
    _ given: [String: Value], of builtin: Builtin, _ arguments: [Argument], at range: SourceRange
  ) throws(Diagnostic) -> Settings {
    var numbers: [Double] = []
    for setting in builtin.settings {
      guard let value = given[setting.name] else {
        numbers.append(setting.standard)
        continue
      }
      let place = arguments.first { $0.name?.text == setting.name }?.value.range ?? range
      numbers.append(try self.setting(setting, value, of: builtin.name, at: place))
    }
    return Settings(numbers)
  }

  /// One setting as a number, checked.
  func setting(_ setting: Setting, _ value: Value, of function: String, at range: SourceRange)
    throws(Diagnostic) -> Double
  {
    if !setting.words.isEmpty {
      guard case .text(let word) = value, let place = setting.words.firstIndex(of: word) else {
        let given = if case .text(let word) = value { "\"\(word)\"" } else { value.kind }
        throw ProgramProblem.settingWord(setting.name, given: given, words: setting.words)
          .diagnostic(at: range)
      }
      return Double(place)
    }
    switch value {
    case .number, .node, .tensor: break
    case .range, .function, .text, .network, .openNetwork, .data, .run, .parts:
      throw ProgramProblem.settingNotANumber(setting.name, kind: value.kind).diagnostic(at: range)
    }
    let tensor = try tensor(value, "'\(setting.name)'", at: range)
    guard tensor.elements.count == 1 else {
      throw ProgramProblem.settingNotANumber(setting.name, kind: value.kind).diagnostic(at: range)
    }
    if case .node(let node) = tensor.elements[0], graph.isVariable(node) {
      throw ProgramProblem.settingDependsOnLeaf(setting.name, function: function).diagnostic(
        at: range)
    }
    let number = number(tensor.elements[0])
    guard setting.allowed.contains(number) else {
      throw ProgramProblem.settingOutOfRange(setting.name, value: number, allowed: setting.allowed)
        .diagnostic(at: range)
    }
    guard !setting.isWhole || number == number.rounded() else {
      throw ProgramProblem.notWhole(what: "'\(setting.name)'", value: number).diagnostic(at: range)
    }
    return number
  }

  private func call(
    _ function: FunctionSyntax, _ chosen: [String: Value], _ arguments: [Argument],
    _ callee: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    try Interpreter.refuseDuplicates(arguments)
    var given = chosen
    var place = 0
    for argument in arguments {
      guard let name = argument.name else {
        while place < function.parameters.count, chosen[function.parameters[place].name.text] != nil
        {
          place += 1
        }
        guard place < function.parameters.count else {
          let needed = function.parameters.count { $0.standard == nil }
          throw ProgramProblem.wrongArgumentCount(
            function: function.name.text, signature: function.signature,
            expected: needed...function.parameters.count, given: arguments.count
          ).diagnostic(at: range)
        }
        given[function.parameters[place].name.text] = try evaluate(argument.value)
        place += 1
        continue
      }
      guard function.parameters.contains(where: { $0.name.text == name.text }) else {
        let known = function.parameters.map(\.name.text)
        throw ProgramProblem.unknownSetting(
          name.text, of: function.name.text, closest: closestName(to: name.text, among: known),
          known: known
        ).diagnostic(at: name.range)
      }
      if given[name.text] != nil, chosen[name.text] == nil {
        throw ProgramProblem.duplicateSetting(name.text).diagnostic(at: name.range)
      }
      given[name.text] = try evaluate(argument.value)
    }
    let missing = function.parameters.first { $0.standard == nil && given[$0.name.text] == nil }
    if let missing {
      if place == 0, !arguments.isEmpty {
        return .function(FunctionValue(source: .written(function), chosen: given))
      }
      throw ProgramProblem.missingArgument(
        function: function.name.text, signature: function.signature, parameter: missing.name.text
      ).diagnostic(at: range)
    }
    return try run(function, given, at: range)
  }

  private func run(_ function: FunctionSyntax, _ given: [String: Value], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    try spend(at: range)
    names.enter(function, given)
    defer { names.leave() }
    for parameter in function.parameters where given[parameter.name.text] == nil {
      if let standard = parameter.standard {
        names.define(parameter.name.text, try evaluate(standard))
      }
    }
    for statement in function.body.dropLast() { try execute(statement) }
    guard case .expression(let value) = function.body.last?.kind else { return .number(.nan) }
    return try evaluate(value)
  }
}

extension FunctionSyntax {
  /// How a call is written: `f(x, delta=1)`.
  var signature: String {
    let words = parameters.map {
      $0.standard == nil ? $0.name.text : "\($0.name.text)=\($0.standardText)"
    }
    return "\(name.text)(\(words.joined(separator: ", ")))"
  }
}
