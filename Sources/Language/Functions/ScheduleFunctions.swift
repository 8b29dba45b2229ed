import Autodiff
import Reporting
import Training

extension Builtins {
  /// The schedules: called with their settings they give a function of the step, as in
  /// `cosine(0.1, steps=500)(20)`.
  static let schedules: [Builtin] =
    Schedules.all.map { schedule in
      Builtin(
        schedule.name, schedule.summary, operands: ["t"], settings: schedule.settings,
        options: schedule.list.map { [Builtin.Option(name: $0.name, meaning: $0.meaning)] } ?? [],
        givesFunction: true
      ) { interpreter, operands, settings, range throws(Diagnostic) in
        var settings = settings
        if let list = schedule.list, let option = operands.first(where: { $0.name == list.name }) {
          let numbers = try interpreter.numbers(
            option.value, "'\(list.name)'", at: option.range)
          for number in numbers.elements {
            _ = try interpreter.setting(
              list, .number(number), of: schedule.name, at: option.range)
          }
          settings = Settings(settings.values + numbers.elements)
        }
        return try interpreter.elements(of: operands[0], at: range) { schedule.node($0, settings) }
      }
    } + [plateau, then]

  /// What reads the loss has no value without one.
  private static let plateau = Builtin(
    Plateau.name, Plateau.summary, operands: ["losses"], settings: Plateau.settings,
    givesFunction: true
  ) { interpreter, operands, settings, range throws(Diagnostic) in
    let losses = try interpreter.numbers(operands[0].value, "the losses", at: operands[0].range)
    var state = Plateau(settings)
    var values = [state.value]
    for loss in losses.elements.dropLast() {
      state.observe(loss)
      values.append(state.value)
    }
    return interpreter.simplified(
      Tensor(shape: losses.shape, elements: values.map { .number($0) }))
  }

  private static let then = Builtin(
    "then", "one schedule for n steps, then another, which starts again at 0", operands: ["t"],
    settings: [Setting("n", .nan, "for how many steps the first holds", in: 0 ... .infinity)],
    options: [
      Builtin.Option(name: "a", meaning: "the first schedule"),
      Builtin.Option(name: "b", meaning: "the schedule after it"),
    ], givesFunction: true
  ) { interpreter, operands, settings, range throws(Diagnostic) in
    let steps = try interpreter.numbers(operands[0].value, "a step", at: operands[0].range)
    var values: [Double] = []
    for step in steps.elements {
      let (name, t) = step < settings[0] ? ("a", step) : ("b", step - settings[0])
      guard let option = operands.first(where: { $0.name == name }) else {
        throw ProgramProblem.missingSetting(name, of: "then").diagnostic(at: range)
      }
      values.append(try interpreter.scheduled(option.value, after: t, at: range))
    }
    return interpreter.simplified(
      Tensor(shape: steps.shape, elements: values.map { .number($0) }))
  }
}

extension Builtin {
  /// What may be chosen for a schedule, in the order it is given in: `then(a, n, b)` takes its
  /// schedules with its number between them.
  var namesInOrder: [String] {
    name == "then" ? ["a", "n", "b"] : settings.map(\.name) + options.map(\.name)
  }

  /// What a schedule cannot do without.
  fileprivate var neededNames: [String] {
    let optional = settings.filter { !$0.standard.isNaN }.map(\.name)
    return namesInOrder.filter { !optional.contains($0) }
  }
}

extension Interpreter {
  /// A rule applied to every element; numbers stay numbers.
  fileprivate func elements(
    of operand: Builtin.Operand, at range: SourceRange, _ rule: (GraphNumber) -> GraphNumber
  ) throws(Diagnostic) -> Value {
    var tensor = try tensor(operand.value, "a step", at: operand.range)
    for index in tensor.elements.indices {
      try spend(at: range)
      try foresee(nodes: 32, at: range)
      let node = graph.add([node(tensor.elements[index])], at: range) { [rule($0[0])] }[0]
      tensor.elements[index] =
        graph.isConstant(node) ? .number(graph.value(of: node)) : .node(node)
    }
    return simplified(tensor)
  }

  /// Refuses a schedule of the language whose settings nobody has chosen.
  func refuseBareSchedule(_ function: FunctionValue, at range: SourceRange) throws(Diagnostic) {
    guard case .builtin(let builtin) = function.source, builtin.givesFunction,
      function.chosen.isEmpty
    else { return }
    throw TrainingProblem.bareSchedule(builtin.name, needs: builtin.neededNames)
      .diagnostic(at: range)
  }

  /// The value of a setting after so many steps: of a number itself, of a schedule its value.
  func scheduled(_ value: Value, after steps: Double, at range: SourceRange) throws(Diagnostic)
    -> Double
  {
    guard case .function(let function) = value else {
      return try number(of: value, "a schedule", at: range)
    }
    try refuseBareSchedule(function, at: range)
    return try temporarily { () throws(Diagnostic) in
      let value = try call(function, with: [.number(steps)], at: range)
      return try number(of: value, "what '\(function.name)' gives", at: range)
    }
  }
}
