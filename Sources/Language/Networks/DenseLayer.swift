import Autodiff
import Reporting

/// Units that each weigh all inputs, add a bias, and perhaps pass the sum through an activation.
struct DenseLayer: Layer {
  /// Which dense layer of the network it is, from 1.
  let number: Int
  let inputs: Int
  let width: Int
  let hasBias: Bool
  let activation: FunctionValue?
  /// What the weights pass through, for quantization or pruning.
  let via: FunctionValue?
  let words: String

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    let interpreter = pass.interpreter
    let weights = try self.weights(pass)
    let biases = hasBias ? pass.leaf("b\(number)") : []
    guard let dot = Operators.named("dot") else { return rows }
    var result: [[NodeID]] = []
    for row in rows {
      var sums: [NodeID] = []
      for unit in 0..<width {
        let operands = weights[unit * inputs..<(unit + 1) * inputs] + row
        sums.append(
          try interpreter.add(
            dot, hasBias ? operands + [biases[unit]] : Array(operands), .none, at: pass.range))
      }
      pass.name(sums, "z\(number)")
      guard let activation else {
        result.append(sums)
        continue
      }
      let values = try interpreter.nodes(of: activation, at: sums, pass.range)
      pass.name(values, "a\(number)")
      result.append(values)
    }
    return result
  }

  private func weights(_ pass: NetworkPass) throws(Diagnostic) -> [NodeID] {
    let weights = pass.leaf("w\(number)")
    guard let via else { return weights }
    let interpreter = pass.interpreter
    let matrix = Tensor(shape: .matrix(width, inputs), elements: weights.map { .node($0) })
    let value = try interpreter.call(via, with: [.tensor(matrix)], at: pass.range)
    let through = try interpreter.tensor(value, "what 'via' gives", at: pass.range)
    guard through.shape == matrix.shape else {
      throw ProgramProblem.shapeMismatch(
        operation: "via", left: matrix.shape, right: through.shape
      ).diagnostic(at: pass.range)
    }
    return through.elements.map(interpreter.node)
  }
}

/// An activation, or any function of a row, as a layer of its own.
struct FunctionLayer: Layer {
  let function: FunctionValue
  /// The dense layer whose sums it is the activation of, if it stands behind one that has none.
  let dense: Int?
  let width: Int
  let words: String

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    var result: [[NodeID]] = []
    for row in rows {
      let values = try pass.interpreter.nodes(of: function, at: row, pass.range)
      if let dense { pass.name(values, "a\(dense)") }
      result.append(values)
    }
    return result
  }
}

/// Layers whose output is added to their input.
struct ResidualLayer: Layer {
  let inner: [any Layer]
  let width: Int
  let words: String

  var couplesRows: Bool { inner.contains { $0.couplesRows } }

  func apply(_ rows: [[NodeID]], _ pass: NetworkPass) throws(Diagnostic) -> [[NodeID]] {
    guard let add = Operators.named("add") else { return rows }
    var result = try pass.run(rows, inner)
    for (row, inputs) in rows.enumerated() {
      for unit in inputs.indices {
        result[row][unit] = try pass.interpreter.add(
          add, [inputs[unit], result[row][unit]], .none, at: pass.range)
      }
    }
    return result
  }
}

extension Interpreter {
  /// What a function makes of a row of nodes, element by element or as a whole.
  func nodes(of function: FunctionValue, at row: [NodeID], _ range: SourceRange)
    throws(Diagnostic) -> [NodeID]
  {
    let operand = Tensor(shape: .vector(row.count), elements: row.map { .node($0) })
    let value = try call(function, with: [.tensor(operand)], at: range)
    let result = try tensor(value, "what '\(function.name)' gives", at: range)
    guard result.elements.count == row.count else {
      throw ProgramProblem.shapeMismatch(
        operation: function.name, left: operand.shape, right: result.shape
      ).diagnostic(at: range)
    }
    return result.elements.map(node)
  }
}
