import Autodiff
import Reporting
import Training

extension Builtins {
  /// Layers as functions, with everything a network keeps for them given by name.
  static let layers: [Builtin] = [
    Builtin(
      "dropout", "x with the numbers a mask has 0 for set to 0, as it is while training",
      operands: ["x"], settings: Dropout.settings,
      options: [
        Builtin.Option(
          name: "mask",
          meaning: "1 for each number that is kept, 0 for each that is not; drawn unless given")
      ]
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let x = try interpreter.tensor(operands[0].value, "what is dropped", at: range)
      let mask: [NodeID]
      if let option = operands.first(where: { $0.name == "mask" }) {
        let given = try interpreter.tensor(option.value, "a mask", at: option.range)
        guard given.elements.count == x.elements.count else {
          throw ProgramProblem.shapeMismatch(
            operation: "dropout", left: x.shape, right: given.shape
          ).diagnostic(at: option.range)
        }
        mask = given.elements.map(interpreter.node)
      } else {
        let draw = interpreter.random.draw()
        mask = x.elements.indices.map {
          interpreter.graph.constant(draw.uniform($0) < settings[0] ? 0 : 1)
        }
      }
      try interpreter.foresee(nodes: 3 * x.elements.count, at: range)
      let count = x.elements.count
      let inputs = x.elements.map(interpreter.node)
      let nodes = interpreter.graph.add(inputs + mask, keeping: Set(inputs), at: range) {
        Dropout.masked(Array($0[..<count]), by: Array($0[count...]), settings)
      }
      return interpreter.simplified(Tensor(shape: x.shape, elements: nodes.map { .node($0) }))
    },
    Builtin(
      "batchnorm", "every column of a matrix with mean 0 and variance 1, then scaled and moved",
      operands: ["X", "gamma", "beta"], settings: [BatchNorm.eps],
      options: [
        Builtin.Option(name: "running_mean", meaning: "a mean for each column, instead of its own"),
        Builtin.Option(
          name: "running_var", meaning: "a variance for each column, instead of its own"),
      ]
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      try interpreter.batchNormalized(operands, settings, at: range)
    },
    Builtin(
      "layernorm", "every row with mean 0 and variance 1, then scaled and moved",
      operands: ["X", "gamma", "beta"], settings: LayerNorm.settings
    ) { interpreter, operands, settings, range throws(Diagnostic) in
      let (rows, shape) = try interpreter.normalizedRows(operands, at: range)
      let scale = try interpreter.scale(operands, width: rows[0].count, at: range)
      var nodes: [NodeID] = []
      for row in rows {
        let count = row.count
        nodes += interpreter.graph.add(row + scale, keeping: Set(row), at: range) { numbers in
          LayerNorm.normalized(
            Array(numbers[..<count]), gamma: Array(numbers[count..<2 * count]),
            beta: Array(numbers[(2 * count)...]), settings)
        }
      }
      return interpreter.simplified(Tensor(shape: shape, elements: nodes.map { .node($0) }))
    },
  ]
}

extension Interpreter {
  fileprivate func normalizedRows(_ operands: [Builtin.Operand], at range: SourceRange)
    throws(Diagnostic) -> ([[NodeID]], Shape)
  {
    let x = try tensor(operands[0].value, "what is normalized", at: operands[0].range)
    try foresee(nodes: 8 * x.elements.count, at: range)
    try spend(x.elements.count, at: range)
    let width =
      switch x.shape {
      case .scalar: 1
      case .vector(let count): count
      case .matrix(_, let columns): columns
      }
    let nodes = x.elements.map(node)
    return (
      stride(from: 0, to: nodes.count, by: width).map { Array(nodes[$0..<$0 + width]) }, x.shape
    )
  }

  /// Gamma and beta, a number for each column.
  fileprivate func scale(_ operands: [Builtin.Operand], width: Int, at range: SourceRange)
    throws(Diagnostic) -> [NodeID]
  {
    var scale: [NodeID] = []
    for operand in operands[1...2] {
      scale += try column(operand, width: width)
    }
    return scale
  }

  private func column(_ operand: Builtin.Operand, width: Int) throws(Diagnostic) -> [NodeID] {
    let given = try tensor(operand.value, "what scales", at: operand.range)
    guard given.elements.count == width else {
      throw ProgramProblem.shapeMismatch(
        operation: "normalization", left: .vector(width), right: given.shape
      ).diagnostic(at: operand.range)
    }
    return given.elements.map(node)
  }

  fileprivate func batchNormalized(
    _ operands: [Builtin.Operand], _ settings: Settings, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let (rows, shape) = try normalizedRows(operands, at: range)
    let width = rows[0].count
    let scale = try self.scale(operands, width: width, at: range)
    var running: [NodeID] = []
    for name in ["running_mean", "running_var"] {
      guard let option = operands.first(where: { $0.name == name }) else { continue }
      running += try column(option, width: width)
    }
    guard running.isEmpty || running.count == 2 * width else {
      throw ProgramProblem.missingSetting("running_mean and running_var", of: "batchnorm")
        .diagnostic(at: range)
    }
    let (count, eps) = (rows.count, settings[0])
    guard count > 1 || !running.isEmpty else {
      throw TrainingProblem.batchOfOne(rowsLeft: false).diagnostic(at: operands[0].range)
    }
    let inputs = rows.flatMap { $0 }
    let nodes = graph.add(inputs + scale + running, keeping: Set(inputs), at: range) { numbers in
      let parts = stride(from: 0, to: numbers.count, by: width).map {
        Array(numbers[$0..<$0 + width])
      }
      let (x, gamma, beta) = (Array(parts[..<count]), parts[count], parts[count + 1])
      guard parts.count > count + 2 else {
        return BatchNorm.normalized(batch: x, gamma: gamma, beta: beta, eps: eps).flatMap { $0 }
      }
      let statistics = BatchNorm.Statistics(mean: parts[count + 2], variance: parts[count + 3])
      return x.flatMap {
        BatchNorm.normalized($0, by: statistics, gamma: gamma, beta: beta, eps: eps)
      }
    }
    return simplified(Tensor(shape: shape, elements: nodes.map { .node($0) }))
  }
}
