import Autodiff
import Pictures
import Reporting
import Training

extension PlotStatement {
  /// Functions of one variable as curves, or of two as a map.
  func functions() throws(Diagnostic) -> PlotReport {
    guard let x = axes.first else {
      throw try needsRange(operands[0])
    }
    var evaluations: [(name: String, evaluate: ([Double]) throws(Diagnostic) -> Double)] = []
    for operand in operands {
      let function = try interpreter.trainable(operand)
      evaluations.append(
        (interpreter.words(operand.range), try evaluation(function, axes.count, at: operand.range)))
    }
    guard axes.count == 1 else {
      let evaluate = evaluations[0].evaluate
      return try region(axes[1]) { (x, y) throws(Diagnostic) in try evaluate([x, y]) }
    }
    var curves: [LinePlot.Series] = []
    let places = PlotStatement.places(x.range, count: 241)
    for (index, (name, evaluate)) in evaluations.enumerated() {
      var values: [Double] = []
      for place in places { values.append(try evaluate([place])) }
      curves.append(LinePlot.Series(name: name, x: places, y: values, isSampled: true))
      if hasSlopes { curves.append(try slope(of: operands[index], name, places)) }
    }
    return .curves(
      LinePlot(
        series: curves, title: operands.count == 1 ? title : "", xLabel: x.name.text,
        logY: isLogarithmic))
  }

  private func evaluation(_ function: FunctionValue, _ inputs: Int, at range: SourceRange)
    throws(Diagnostic) -> ([Double]) throws(Diagnostic) -> Double
  {
    if case .builtin(let builtin) = function.source, builtin.givesFunction {
      // A schedule is a function of whole steps and gives plain numbers.
      return { (point) throws(Diagnostic) in
        try interpreter.scheduled(.function(function), after: point[0].rounded(), at: range)
      }
    }
    let circuit = try circuit(function, inputs, at: range)
    guard circuit.outputs.count == 1 else {
      throw ProgramProblem.notAScalar(what: "what is plotted", kind: "several numbers")
        .diagnostic(at: range)
    }
    let sweep = Sweep(circuit)
    return { (point) throws(Diagnostic) in
      try interpreter.spend(circuit.work / 8 + 1, at: range)
      sweep.give(point)
      sweep.computeForward()
      return sweep.output(0)
    }
  }

  /// What to write where a function is to be drawn and no range says where.
  private func needsRange(_ operand: Expression) throws(Diagnostic) -> Diagnostic {
    let function = try interpreter.trainable(operand)
    let words = interpreter.words(operand.range)
    let inputs: Int
    var names = ["x", "y"]
    switch function.source {
    case .builtin(let builtin) where builtin.givesFunction:
      if function.chosen.isEmpty,
        let missing = builtin.settings.first(where: { $0.standard.isNaN && $0.words.isEmpty })
      {
        return ProgramProblem.missingSetting(missing.name, of: builtin.name)
          .diagnostic(at: operand.range)
      }
      let steps = function.chosen["steps"].flatMap { try? interpreter.numbers($0, "", at: .none) }
      let last = NumberStyle.exact.text(steps?.elements.first ?? 100)
      return PlotProblem.needsRange(words, kind: "a schedule", ranges: "t=0..\(last)")
        .diagnostic(at: operand.range)
    case .builtin(let builtin): inputs = builtin.operandCount.lowerBound
    case .network(let network): inputs = network.inputs
    case .written(let written):
      names = written.parameters.filter {
        $0.standard == nil && function.chosen[$0.name.text] == nil
      }.map(\.name.text)
      inputs = names.count
    }
    guard inputs <= 2 else {
      return PlotProblem.inputs(inputs, function: words).diagnostic(at: operand.range)
    }
    let ranges = names.prefix(inputs).map { "\($0)=-4..4" }.joined(separator: ", ")
    return PlotProblem.needsRange(
      words, kind: function.isNetwork ? "a network" : "a function", ranges: ranges
    ).diagnostic(at: operand.range)
  }
}

extension FunctionValue {
  fileprivate var isNetwork: Bool { if case .network = source { true } else { false } }
}
