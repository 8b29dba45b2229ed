import Autodiff
import Reporting

extension Builtins {
  /// Functions whose second operand may list values of different shapes.
  static let takesMixedLists: Set<String> = ["grad", "hessian"]

  /// Functions that differentiate; what they give are nodes like any other.
  static let derivatives: [Builtin] = [
    Builtin("grad", "the gradient of L with respect to w, as nodes", operands: ["L", "w"]) {
      interpreter, operands, _, range throws(Diagnostic) in
      let loss = try interpreter.scalarNode(
        operands[0].value, "what is differentiated", at: operands[0].range)
      let target = try interpreter.differentiable(operands[1])
      let gradient = try interpreter.gradient(of: loss, at: target.elements, range)
      return interpreter.simplified(Tensor(shape: target.shape, elements: gradient))
    },
    Builtin(
      "hessian", "the matrix of second derivatives of L with respect to w", operands: ["L", "w"]
    ) { interpreter, operands, _, range throws(Diagnostic) in
      let loss = try interpreter.scalarNode(
        operands[0].value, "what is differentiated", at: operands[0].range)
      let target = try interpreter.differentiable(operands[1])
      let count = target.elements.count
      try interpreter.foresee(steps: count * count, nodes: count * count, at: range)
      var elements: [Tensor.Element] = []
      for slope in try interpreter.gradient(of: loss, at: target.elements, range) {
        let row = try interpreter.gradient(of: interpreter.node(slope), at: target.elements, range)
        elements += row
      }
      return .tensor(Tensor(shape: .matrix(count, count), elements: elements))
    },
  ]
}

extension Interpreter {
  /// What a gradient is taken with respect to: nodes, not numbers.
  fileprivate func differentiable(_ operand: Builtin.Operand) throws(Diagnostic) -> Tensor {
    let target = try tensor(
      operand.value, "what a gradient is taken with respect to", at: operand.range)
    for element in target.elements {
      if case .number = element {
        throw ProgramProblem.gradientTarget(kind: "a number").diagnostic(at: operand.range)
      }
    }
    return target
  }

  fileprivate func gradient(of loss: NodeID, at targets: [Tensor.Element], _ range: SourceRange)
    throws(Diagnostic) -> [Tensor.Element]
  {
    try spend(1 + graph.count / 16, at: range)
    let inputs = targets.map(node)
    do throws(Budget.Stop) {
      let gradient = try graph.addGradient(of: loss, at: inputs, from: range) {
        (graph: Graph) throws(Budget.Stop) in
        try self.budget.spend(256)
        try self.budget.foresee(steps: 0, nodes: 0, operands: 0, in: graph)
      }
      return gradient.map { .node($0) }
    } catch {
      throw Interpreter.diagnostic(error, at: range)
    }
  }
}
