import Autodiff
import Reporting
import Training

/// The learner's own optimizer: `heavy_ball(w, g, v, lr=0.01) = { u = 0.9*v + g; [w - lr*u, u] }`.
extension Interpreter {
  /// The first two parameters are the parameter and its gradient, `t` is the step, those with a
  /// default are settings, and all others are states.
  func ownOptimizer(_ function: FunctionValue, _ arguments: [Argument], at range: SourceRange)
    throws(Diagnostic) -> (Updating.Method, ScheduledSettings)
  {
    guard case .written(let syntax) = function.source, syntax.parameters.count >= 2 else {
      throw ProgramProblem.notAnOptimizer(function.name).diagnostic(at: range)
    }
    let operands = syntax.parameters.filter { $0.standard == nil }.map(\.name.text)
    guard operands.count >= 2 else {
      throw ProgramProblem.notAnOptimizer(function.name).diagnostic(at: range)
    }
    let states = operands.dropFirst(2).filter { $0 != "t" }
    var settings: [Setting] = []
    for parameter in syntax.parameters {
      guard let standard = parameter.standard else { continue }
      let number = try number(
        of: try evaluate(standard), "a setting", at: standard.range)
      settings.append(Setting(parameter.name.text, number, "a setting of \(function.name)"))
    }
    let scheduled = try scheduledSettings(settings, in: arguments, for: function.name, at: range)
    let circuit = try temporarily { () throws(Diagnostic) in
      try ownCircuit(function, operands, settings.map(\.name), stateCount: states.count, at: range)
    }
    let settingPlace = operands.count
    let stateCount = states.count
    let stepPlace = operands.firstIndex(of: "t")
    let statePlaces = operands.indices.dropFirst(2).filter { $0 != stepPlace }
    return (
      .own(states: stateCount) { parameters, gradient, states, step, settings throws(Diagnostic) in
        var replay = Replay(circuit)
        replay.give(settings.values, from: settingPlace)
        if let stepPlace { replay.give(CollectionOfOne(Double(step)), from: stepPlace) }
        for index in parameters.indices {
          replay.give([parameters[index], gradient[index]])
          for (state, place) in statePlaces.enumerated() {
            replay.give(CollectionOfOne(states[state][index]), from: place)
          }
          replay.computeForward()
          parameters[index] = replay.output(0)
          for state in 0..<stateCount { states[state][index] = replay.output(1 + state) }
        }
      }, scheduled
    )
  }

  /// What the optimizer computes, as a circuit over its operands and settings.
  private func ownCircuit(
    _ function: FunctionValue, _ operands: [String], _ settings: [String], stateCount: Int,
    at range: SourceRange
  ) throws(Diagnostic) -> Circuit {
    var leaves: [NodeID] = []
    var chosen = function
    for name in operands + settings {
      let leaf = graph.addLeaf(1, at: range)
      graph.name(leaf, name)
      leaves.append(leaf)
    }
    for (name, leaf) in zip(settings, leaves[operands.count...]) {
      chosen.chosen[name] = .node(leaf)
    }
    let value = try call(
      chosen, with: leaves[..<operands.count].map { .node($0) }, at: range)
    let result = try tensor(value, "what '\(function.name)' gives", at: range)
    guard result.elements.count == 1 + stateCount else {
      throw ProgramProblem.optimizerResult(
        function.name, expected: 1 + stateCount, given: result.elements.count
      ).diagnostic(at: range)
    }
    return Circuit(
      graph, outputs: result.elements.map(node), parameters: [], inputs: leaves)
  }
}
