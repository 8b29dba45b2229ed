import Autodiff
import Reporting
import Training

/// What methods that look at the loss as a whole are given: its value, its gradient, and products
/// with its matrix of second derivatives.
extension Interpreter {
  /// A product with the Hessian: parameters and a vector, to a vector.
  typealias HessianProduct = (_ parameters: [Double], _ vector: [Double]) throws(Diagnostic) ->
    [Double]

  /// The objective; what computes products with the Hessian is only made when it is asked for.
  func objective(
    _ parameters: Parameters, at range: SourceRange,
    gradient: @escaping ([Double]) throws(Diagnostic) -> (value: Double, gradient: [Double]),
    product: @escaping () throws(Diagnostic) -> HessianProduct
  ) throws(Diagnostic) -> Objective {
    let count = parameters.values.count
    var made: HessianProduct?
    func multiply(_ values: [Double], _ vector: [Double]) throws(Diagnostic) -> [Double] {
      if let made { return try made(values, vector) }
      let new = try product()
      made = new
      return try new(values, vector)
    }
    return Objective(
      count: count, at: range, named: parameters.name(of:),
      value: { (values) throws(Diagnostic) in try gradient(values).value },
      gradient: gradient,
      hessian: { (values) throws(Diagnostic) in
        var rows: [[Double]] = []
        for place in 0..<count {
          var unit = Array(repeating: 0.0, count: count)
          unit[place] = 1
          rows.append(try multiply(values, unit))
        }
        return rows
      },
      hessianVector: multiply)
  }

  /// H·v as the gradient of g·v, for a value of the program.
  func hessianProduct(of output: NodeID, at nodes: [NodeID], _ range: SourceRange)
    throws(Diagnostic) -> HessianProduct
  {
    let circuit = try temporarily { () throws(Diagnostic) in
      let (slope, vector) = try slope(of: output, at: nodes, range)
      return Circuit(graph, outputs: [slope], parameters: nodes, inputs: vector)
    }
    return { (values, vector) throws(Diagnostic) in
      try self.spend(circuit.work / 8 + 1, at: range)
      let sweep = Sweep(circuit)
      sweep.give(values)
      sweep.give(vector, from: nodes.count)
      sweep.computeForward()
      sweep.computeBackward(seed: 1)
      return sweep.gradient
    }
  }

  /// The same for the loss over all rows of a data set.
  func hessianProduct(of subject: TrainingSubject, at nodes: [NodeID]) throws(Diagnostic)
    -> HessianProduct
  {
    guard subject.network?.couplesRows != true else {
      throw TrainingProblem.secondOrderBatchNorm.diagnostic(at: subject.range)
    }
    let set = subject.data.set
    let inputs = set.x.columns + (set.y?.columns ?? 0)
    let circuit = try temporarily { () throws(Diagnostic) in
      let given = (0..<inputs).map { _ in graph.addLeaf(1, at: .none) }
      let rows = try rowNodes(
        subject, inputs: [Array(given[..<set.x.columns])],
        targets: [Array(given[set.x.columns...])], isTraining: true)
      let (slope, vector) = try slope(of: rows.loss, at: nodes, subject.range)
      return Circuit(graph, outputs: [slope], parameters: nodes, inputs: given + vector)
    }
    return { (values, vector) throws(Diagnostic) in
      let sweep = Sweep(circuit)
      sweep.give(values)
      sweep.give(vector, from: nodes.count + inputs)
      for row in (0..<set.count).reversed() {
        try self.spend(circuit.work / 8 + 1, at: subject.range)
        sweep.give(
          set.x.elements[row * set.x.columns..<(row + 1) * set.x.columns], from: nodes.count)
        if let y = set.y {
          sweep.give(
            y.elements[row * y.columns..<(row + 1) * y.columns], from: nodes.count + set.x.columns)
        }
        sweep.computeForward()
        sweep.computeBackward(seed: 1 / Double(set.count))
      }
      return sweep.gradient
    }
  }

  /// g·v as a node, with leaves for v.
  private func slope(of output: NodeID, at nodes: [NodeID], _ range: SourceRange)
    throws(Diagnostic) -> (NodeID, [NodeID])
  {
    guard let dot = Operators.named("dot") else { return (output, []) }
    let gradient = graph.addGradient(of: output, at: nodes, from: range)
    let vector = nodes.map { _ in graph.addLeaf(0, at: range) }
    return (try add(dot, gradient + vector, .none, at: range), vector)
  }
}
