import Autodiff
import Reporting
import Training

/// The learner's own optimizer: `heavy_ball(w, g, v, lr=0.01) = { u = 0.9*v + g; [w - lr*u, u] }`.
///
/// The first two parameters are the parameter and its gradient, `t` is the step, those with a
/// default are settings, and all others are states.
struct OwnOptimizer: Sendable {
  let function: FunctionValue
  /// The parameters without a default.
  let operands: [String]
  let settings: [Setting]

  /// The states, in order.
  var stateNames: [String] { operands.dropFirst(2).filter { $0 != "t" } }
}

extension Interpreter {
  func ownOptimizer(_ function: FunctionValue, at range: SourceRange) throws(Diagnostic)
    -> OwnOptimizer
  {
    guard case .written(let syntax) = function.source else {
      throw TrainingProblem.notAnOptimizer(function.name).diagnostic(at: range)
    }
    let operands = syntax.parameters.filter { $0.standard == nil }.map(\.name.text)
    guard operands.count >= 2 else {
      throw TrainingProblem.notAnOptimizer(function.name).diagnostic(at: range)
    }
    var settings: [Setting] = []
    for parameter in syntax.parameters {
      guard let standard = parameter.standard else { continue }
      let number = try number(of: try evaluate(standard), "a setting", at: standard.range)
      settings.append(Setting(parameter.name.text, number, "a setting of \(function.name)"))
    }
    return OwnOptimizer(function: function, operands: operands, settings: settings)
  }

  /// What the optimizer does to all parameters, by the circuit of one.
  func rule(of own: OwnOptimizer, at range: SourceRange) throws(Diagnostic) -> Updating.Method {
    let ones = own.operands.map { _ in 1.0 } + own.settings.map(\.standard)
    let circuit = try temporarily { () throws(Diagnostic) in
      let first = graph.count
      let outputs = try ownNodes(own, ones, at: range)
      return Circuit(
        graph, outputs: outputs, parameters: [],
        inputs: ones.indices.map { NodeID(first + $0) })
    }
    let stateCount = own.stateNames.count
    let stepPlace = own.operands.firstIndex(of: "t")
    let statePlaces = own.operands.indices.dropFirst(2).filter { $0 != stepPlace }
    let settingPlace = own.operands.count
    return .own(states: stateCount) {
      parameters, gradient, states, step, settings throws(Diagnostic) in
      let sweep = Sweep(circuit)
      sweep.give(settings.values, from: settingPlace)
      if let stepPlace { sweep.give(CollectionOfOne(Double(step)), from: stepPlace) }
      for index in parameters.indices {
        sweep.give([parameters[index], gradient[index]])
        for (state, place) in statePlaces.enumerated() {
          sweep.give(CollectionOfOne(states[state][index]), from: place)
        }
        sweep.computeForward()
        parameters[index] = sweep.output(0)
        for state in 0..<stateCount { states[state][index] = sweep.output(1 + state) }
      }
    }
  }

  /// The nodes of the new parameter and its states, over leaves that are made first, one for each
  /// operand and setting.
  func ownNodes(_ own: OwnOptimizer, _ numbers: [Double], at range: SourceRange)
    throws(Diagnostic) -> [NodeID]
  {
    var chosen = own.function
    var operands: [Value] = []
    for (index, (name, number)) in zip(own.operands + own.settings.map(\.name), numbers)
      .enumerated()
    {
      let leaf = graph.addLeaf(number, at: range)
      graph.name(leaf, name)
      if index < own.operands.count {
        operands.append(.node(leaf))
      } else {
        chosen.chosen[name] = .node(leaf)
      }
    }
    let value = try call(chosen, with: operands, at: range)
    let result = try tensor(value, "what '\(own.function.name)' gives", at: range)
    guard result.elements.count == 1 + own.stateNames.count else {
      throw TrainingProblem.optimizerResult(
        own.function.name, expected: 1 + own.stateNames.count, given: result.elements.count
      ).diagnostic(at: range)
    }
    return result.elements.map(node)
  }
}
