import Autodiff
import Reporting
import Training

extension PlotStatement {
  func circuit(
    _ function: FunctionValue, _ inputs: Int, at range: SourceRange, ofParameters: Bool = false
  ) throws(Diagnostic) -> Circuit {
    try interpreter.temporarily { () throws(Diagnostic) in
      let leaves = (0..<inputs).map { _ in interpreter.graph.addLeaf(1, at: range) }
      let given = Tensor(
        shape: inputs == 1 ? .scalar : .vector(inputs), elements: leaves.map { .node($0) })
      let value = try call(function, given, at: range)
      let result = try interpreter.tensor(value, "what is plotted", at: range)
      // A number that depends on no input becomes a node here, and the circuit is cut out after.
      let outputs = result.elements.map(interpreter.node)
      return Circuit(
        interpreter.graph, outputs: outputs, parameters: ofParameters ? leaves : [],
        inputs: ofParameters ? [] : leaves)
    }
  }

  /// A function of several variables may be given them one by one or as a vector.
  private func call(_ function: FunctionValue, _ given: Tensor, at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    if case .written(let written) = function.source, given.elements.count > 1,
      written.parameters.count(where: {
        $0.standard == nil && function.chosen[$0.name.text] == nil
      }) == given.elements.count
    {
      let values = given.elements.map {
        interpreter.simplified(Tensor(shape: .scalar, elements: [$0]))
      }
      return try interpreter.call(function, with: values, at: range)
    }
    return try interpreter.call(function, with: [interpreter.simplified(given)], at: range)
  }
}
