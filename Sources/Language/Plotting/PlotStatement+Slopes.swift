import Autodiff
import Pictures
import Reporting
import Training

extension PlotStatement {
  /// The slope of a function, sent back from its value as in every backward pass.
  func slope(of operand: Expression, _ name: String, _ places: [Double])
    throws(Diagnostic) -> LinePlot.Series
  {
    let function = try interpreter.trainable(operand)
    if case .builtin(let builtin) = function.source, builtin.givesFunction {
      throw PlotProblem.slope.diagnostic(at: operand.range)
    }
    let circuit = try circuit(function, 1, at: operand.range, ofParameters: true)
    return try slope(of: circuit, name, places)
  }

  /// The slope of a circuit's first output over its one parameter.
  func slope(of circuit: Circuit, _ name: String, _ places: [Double])
    throws(Diagnostic) -> LinePlot.Series
  {
    let sweep = Sweep(circuit)
    var slopes: [Double] = []
    for place in places {
      try interpreter.spend(circuit.work / 4 + 1, at: invocation.range)
      sweep.give([place])
      sweep.computeForward()
      sweep.clearGradient()
      sweep.computeBackward(seed: 1)
      slopes.append(sweep.gradient.first ?? 0)
    }
    return LinePlot.Series(name: "slope of \(name)", x: places, y: slopes, isSampled: true)
  }
}
