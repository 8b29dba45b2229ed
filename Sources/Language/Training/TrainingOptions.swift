import Autodiff
import Reporting
import Training

/// What makes a step, and its settings.
struct OptimizerChoice {
  var method: Updating.Method
  var settings: ScheduledSettings
  /// The learner's own optimizer, if it is one.
  var own: OwnOptimizer?
}

/// The options of `train` and `minimize`, read from the program.
extension Interpreter {
  /// A setting that may follow a schedule.
  func settingValue(_ value: Value, of setting: Setting, in name: String, at range: SourceRange)
    throws(Diagnostic) -> SettingValue
  {
    guard case .function(let function) = value, setting.words.isEmpty, !setting.isWhole else {
      return .number(try self.setting(setting, value, of: name, at: range))
    }
    try refuseBareSchedule(function, at: range)
    if case .builtin(let builtin) = function.source, builtin.name == Plateau.name {
      let numbers = try settings(function.chosen, of: builtin, [], at: range)
      return .plateau(PlateauValue(numbers))
    }
    // Tried once, so that a slip in it is found before anything is trained.
    _ = try scheduled(value, after: 0, at: range)
    return .schedule(FunctionSchedule(interpreter: self, function: function, range: range))
  }

  /// The settings of a rule, each a number or a schedule.
  func scheduledSettings(
    _ settings: [Setting], in arguments: [Argument], for name: String, at range: SourceRange
  ) throws(Diagnostic) -> ScheduledSettings {
    let given = try given(settings, in: arguments, for: name, at: range)
    var values: [SettingValue] = []
    for (setting, expression) in zip(settings, given) {
      guard let expression else {
        values.append(.number(setting.standard))
        continue
      }
      let value = try evaluate(expression, for: setting)
      values.append(try settingValue(value, of: setting, in: name, at: expression.range))
    }
    return ScheduledSettings(settings, values) { setting, number, done in
      let place = settings.firstIndex { $0.name == setting.name }.flatMap { given[$0]?.range }
      guard number.isFinite else {
        return ProgramProblem.scheduleNotFinite(setting.name, value: number, steps: done)
          .diagnostic(at: place ?? range)
      }
      return ProgramProblem.settingOutOfRange(setting.name, value: number, allowed: setting.allowed)
        .diagnostic(at: place ?? range)
    }
  }

  /// A loss: one of the language's, or a function of prediction and target.
  func loss(_ expression: Expression) throws(Diagnostic) -> (function: FunctionValue, loss: Loss?) {
    try refuseChoice(expression)
    let (word, arguments) = try lossWord(expression)
    let own = word.flatMap { names.value(of: $0) }
    if let word, own?.isFunction != true {
      guard let loss = Losses.named(word), let builtin = Builtins.named(word) else {
        let known = Losses.all.map(\.name)
        throw ProgramProblem.unknownWord(
          word, of: "loss", known: known,
          closest: closestName(to: word, among: known + names.all)
        ).diagnostic(at: expression.range)
      }
      var function = FunctionValue(source: .builtin(builtin))
      if !arguments.isEmpty {
        let value = try call(builtin, [:], arguments, at: expression.range)
        guard case .function(let chosen) = value else {
          throw TrainingProblem.notALoss(kind: value.kind).diagnostic(at: expression.range)
        }
        function = chosen
      }
      return (function, loss)
    }
    let value = try evaluate(expression)
    guard case .function(let function) = value else {
      throw TrainingProblem.notALoss(kind: value.kind).diagnostic(at: expression.range)
    }
    return (function, nil)
  }

  private func lossWord(_ expression: Expression) throws(Diagnostic) -> (String?, [Argument]) {
    switch expression.kind {
    case .name(let word): return (word, [])
    case .call(let callee, let arguments):
      if case .name(let word) = callee.kind { return (word, arguments) }
      return (nil, [])
    default: return (nil, [])
    }
  }

  /// An optimizer: what makes a step, and its settings.
  func optimizer(_ expression: Expression?, at range: SourceRange) throws(Diagnostic)
    -> OptimizerChoice
  {
    guard let expression else {
      let rule = Optimizers.all[0]
      let settings = try scheduledSettings(rule.settings, in: [], for: rule.name, at: range)
      return OptimizerChoice(method: .rule(rule), settings: settings)
    }
    let (word, arguments) = try wordAndArguments(expression, of: "optimizer")
    if let own = names.value(of: word), case .function(let function) = own {
      let own = try ownOptimizer(function, at: expression.range)
      let settings = try scheduledSettings(
        own.settings, in: arguments, for: word, at: expression.range)
      return OptimizerChoice(
        method: try rule(of: own, at: expression.range), settings: settings, own: own)
    }
    if let rule = Optimizers.named(word) {
      let settings = try scheduledSettings(
        rule.settings, in: arguments, for: word, at: expression.range)
      if let conflict = rule.conflict(try settings.numbers(after: 0)) {
        throw ProgramProblem.settingConflict(conflict, of: word).diagnostic(at: expression.range)
      }
      return OptimizerChoice(method: .rule(rule), settings: settings)
    }
    if let method = ObjectiveMethods.named(word) {
      // What is drawn follows the seed of the program, unless the method is given its own.
      let known = method.settings.map {
        $0.name == "seed" ? $0.standing(at: Double(random.seed)) : $0
      }
      let settings = try scheduledSettings(
        known, in: arguments, for: word, at: expression.range)
      return OptimizerChoice(method: .objective(method.init()), settings: settings)
    }
    let known = Optimizers.all.map(\.name) + ObjectiveMethods.all.map { $0.name }
    throw ProgramProblem.unknownWord(
      word, of: "optimizer", known: known,
      closest: closestName(to: word, among: known + names.all)
    ).diagnostic(at: expression.range)
  }

  /// A clip after `clip=` or `clip_weights=`.
  func clipping(_ expression: Expression?, for subject: Clip.Subject, of option: String)
    throws(Diagnostic) -> Updating.Clipping?
  {
    guard let expression else { return nil }
    let (word, arguments) = try wordAndArguments(expression, of: option)
    guard let clip = Clips.named(word, for: subject) else {
      let known = Clips.all.filter { $0.subject == subject }.map(\.name)
      throw ProgramProblem.unknownWord(
        word, of: option, known: known, closest: closestName(to: word, among: known)
      ).diagnostic(at: expression.range)
    }
    guard !arguments.isEmpty else {
      throw ProgramProblem.missingSetting(clip.settings[0].name, of: clip.name)
        .diagnostic(at: expression.range)
    }
    return Updating.Clipping(
      clip,
      try scheduledSettings(clip.settings, in: arguments, for: word, at: expression.range))
  }

  /// A number that may follow a schedule, such as `l2=`.
  func scheduledOption(_ name: String, _ invocation: Invocation, default standard: Double)
    throws(Diagnostic) -> SettingValue
  {
    guard let expression = option(name, invocation) else { return .number(standard) }
    return try settingValue(
      try evaluate(expression), of: Setting(name, standard, "", in: 0 ... .infinity),
      in: invocation.verb.text, at: expression.range)
  }

  /// A whole number from 1, such as `epochs=`.
  func countOption(_ name: String, _ invocation: Invocation, default standard: Int)
    throws(Diagnostic) -> Int
  {
    guard let expression = option(name, invocation) else { return standard }
    let count = try wholeNumber(expression, "'\(name)'")
    guard count >= 1 else {
      throw ProgramProblem.settingOutOfRange(name, value: Double(count), allowed: 1 ... .infinity)
        .diagnostic(at: expression.range)
    }
    return count
  }

  /// The leaves named by `freeze=[…]` or `only=[…]`.
  func leafSet(_ name: String, _ invocation: Invocation) throws(Diagnostic) -> Set<NodeID>? {
    guard let expression = option(name, invocation) else { return nil }
    let parts: [Expression] =
      if case .list(let parts) = expression.kind { parts } else { [expression] }
    var nodes: Set<NodeID> = []
    for part in parts {
      let value = try evaluate(part)
      if case .network(let network) = value {
        nodes.formUnion(network.tensors.flatMap(\.nodes))
        continue
      }
      for element in try tensor(value, "'\(name)'", at: part.range).elements {
        guard case .node(let node) = element, graph.isLeaf(node) else {
          throw ProgramProblem.notALeaf(words(part.range)).diagnostic(at: part.range)
        }
        nodes.insert(node)
      }
    }
    return nodes
  }
}

extension Value {
  var isFunction: Bool { if case .function = self { true } else { false } }
}
