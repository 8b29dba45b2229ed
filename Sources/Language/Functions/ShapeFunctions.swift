import Autodiff
import Reporting
import Training

extension Builtins {
  /// Functions that arrange elements without computing with them, and one that pairs them up.
  static let shapes: [Builtin] = [
    Builtin(
      "len", "how many elements a vector has, or rows a matrix or a data set", operands: ["x"]
    ) { interpreter, operands, _, range throws(Diagnostic) in
      if case .data(let data) = operands[0].value { return .number(Double(data.set.count)) }
      switch try interpreter.tensor(operands[0].value, "what is counted", at: range).shape {
      case .scalar: return .number(1)
      case .vector(let count): return .number(Double(count))
      case .matrix(let rows, _): return .number(Double(rows))
      }
    },
    Builtin("transpose", "rows become columns", operands: ["x"]) {
      interpreter, operands, _, range throws(Diagnostic) in
      let tensor = try interpreter.tensor(operands[0].value, "what is transposed", at: range)
      guard case .matrix(let rows, let columns) = tensor.shape else {
        return interpreter.simplified(tensor)
      }
      try interpreter.hold(rows * columns, at: range)
      let elements = (0..<columns).flatMap { column in
        (0..<rows).map { tensor.elements[$0 * columns + column] }
      }
      return .tensor(Tensor(shape: .matrix(columns, rows), elements: elements))
    },
    Builtin(
      "concat", "vectors one after another, or matrices one under another", operands: ["x", "…"],
      count: 1...Int.max
    ) { interpreter, operands, _, range throws(Diagnostic) in
      var tensors: [Tensor] = []
      for operand in operands {
        tensors.append(try interpreter.tensor(operand.value, "what is joined", at: operand.range))
      }
      return try interpreter.joined(tensors, at: range)
    },
    Builtin("outer", "every product of an element of a and an element of b", operands: ["a", "b"]) {
      interpreter, operands, _, range throws(Diagnostic) in
      let a = try interpreter.tensor(operands[0].value, "what is multiplied", at: operands[0].range)
      let b = try interpreter.tensor(operands[1].value, "what is multiplied", at: operands[1].range)
      guard let multiply = Operators.named("mul") else { return .number(.nan) }
      let (rows, columns) = (a.elements.count, b.elements.count)
      let count = rows * columns
      try interpreter.foresee(steps: count, nodes: count, operands: 2 * count, at: range)
      var elements: [Tensor.Element] = []
      for x in a.elements {
        for y in b.elements {
          elements.append(.node(try interpreter.add(multiply, [x, y], .none, at: range)))
        }
      }
      return .tensor(Tensor(shape: .matrix(rows, columns), elements: elements))
    },
  ]
}

extension Interpreter {
  fileprivate func joined(_ tensors: [Tensor], at range: SourceRange) throws(Diagnostic) -> Value {
    try hold(tensors.reduce(0) { $0 + $1.elements.count }, at: range)
    let elements = tensors.flatMap(\.elements)
    guard case .matrix(_, let columns) = tensors[0].shape else {
      for tensor in tensors {
        if case .matrix = tensor.shape {
          throw ProgramProblem.shapeMismatch(
            operation: "concat", left: tensors[0].shape, right: tensor.shape
          ).diagnostic(at: range)
        }
      }
      return .tensor(Tensor(shape: .vector(elements.count), elements: elements))
    }
    for tensor in tensors {
      guard case .matrix(_, columns) = tensor.shape else {
        throw ProgramProblem.shapeMismatch(
          operation: "concat", left: tensors[0].shape, right: tensor.shape
        ).diagnostic(at: range)
      }
    }
    return .tensor(Tensor(shape: .matrix(elements.count / columns, columns), elements: elements))
  }
}
