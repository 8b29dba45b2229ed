import Autodiff
import Reporting

/// Operators applied to scalars, vectors and matrices: each becomes its scalar operations.
extension Interpreter {
  /// An operator known by name, applied in its arrangement.
  func apply(_ name: String, _ operands: [Builtin.Operand], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    guard let id = Operators.named(name) else {
      throw ProgramProblem.unknownFunction(name, closest: nil).diagnostic(at: range)
    }
    return try apply(id, operands, .none, at: range)
  }

  /// An operator applied in its arrangement.
  func apply(
    _ id: OperatorID, _ operands: [Builtin.Operand], _ settings: Settings, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let operation = Operators[id]
    var tensors: [Tensor] = []
    for operand in operands {
      tensors.append(
        try tensor(operand.value, "what '\(operation.word)' is given", at: operand.range))
    }
    switch operation.arrangement {
    case .elementwise:
      return try elementwise(id, tensors, settings, symbol: operation.name, at: range)
    case .pair:
      let areSingle = tensors.allSatisfy { $0.elements.count == 1 }
      guard areSingle || tensors[0].shape == tensors[1].shape else {
        throw ProgramProblem.shapeMismatch(
          operation: operation.word, left: tensors[0].shape, right: tensors[1].shape
        ).diagnostic(at: range)
      }
      return .node(try add(id, tensors[0].elements + tensors[1].elements, settings, at: range))
    case .all:
      return .node(try add(id, tensors.flatMap(\.elements), settings, at: range))
    case .row:
      return try rows(of: tensors[0], at: range) { row throws(Diagnostic) in
        [try self.add(id, row, settings, at: range)]
      }
    case .elementOfRow:
      return try rows(of: tensors[0], at: range) { row throws(Diagnostic) in
        var nodes: [NodeID] = []
        let operands = row.map(self.node)
        for place in 1...max(row.count, 1) {
          let chosen = Settings([Double(place)] + settings.values)
          nodes.append(try self.add(id, operands, chosen, at: range))
        }
        return nodes
      }
    }
  }

  /// A binary operator applied element by element.
  func elementwise(
    _ id: OperatorID, _ left: Value, _ right: Value, _ settings: Settings, symbol: String,
    at range: SourceRange
  ) throws(Diagnostic) -> Value {
    if case .node(let a) = left {
      if case .node(let b) = right { return .node(try add(id, [a, b], settings, at: range)) }
      if case .number(let b) = right {
        return .node(try add(id, [a, graph.constant(b)], settings, at: range))
      }
    }
    let what = "what '\(symbol)' combines"
    return try elementwise(
      id, [try tensor(left, what, at: range), try tensor(right, what, at: range)], settings,
      symbol: symbol, at: range)
  }

  /// An operator applied element by element; one-element values stand for every element.
  private func elementwise(
    _ id: OperatorID, _ tensors: [Tensor], _ settings: Settings, symbol: String,
    at range: SourceRange
  ) throws(Diagnostic) -> Value {
    var shape = Shape.scalar
    for tensor in tensors {
      if tensor.elements.count == 1 {
        if shape.count == 1, shape == .scalar { shape = tensor.shape }
      } else if shape.count == 1 {
        shape = tensor.shape
      } else if shape != tensor.shape {
        throw ProgramProblem.shapeMismatch(operation: symbol, left: shape, right: tensor.shape)
          .diagnostic(at: range)
      }
    }
    try foresee(nodes: shape.count, at: range)
    var elements: [Tensor.Element] = []
    elements.reserveCapacity(shape.count)
    for index in 0..<shape.count {
      let operands = tensors.map { $0.elements[$0.elements.count == 1 ? 0 : index] }
      elements.append(.node(try add(id, operands, settings, at: range)))
    }
    return simplified(Tensor(shape: shape, elements: elements))
  }

  /// The product of matrices: one weighted sum for each row and column.
  func matrixProduct(_ left: Value, _ right: Value, at range: SourceRange) throws(Diagnostic)
    -> Value
  {
    let a = try tensor(left, "what '@' combines", at: range)
    let b = try tensor(right, "what '@' combines", at: range)
    let mismatch = ProgramProblem.matrixProductMismatch(left: a.shape, right: b.shape)
    let (rows, inner): (Int, Int)
    switch a.shape {
    case .scalar: throw mismatch.diagnostic(at: range)
    case .vector(let count): (rows, inner) = (1, count)
    case .matrix(let height, let width): (rows, inner) = (height, width)
    }
    let (height, columns): (Int, Int)
    switch b.shape {
    case .scalar: throw mismatch.diagnostic(at: range)
    case .vector(let count): (height, columns) = (count, 1)
    case .matrix(let tall, let wide): (height, columns) = (tall, wide)
    }
    guard inner == height else { throw mismatch.diagnostic(at: range) }
    guard let dot = Operators.named("dot") else { throw mismatch.diagnostic(at: range) }
    try foresee(
      steps: rows * columns * inner, nodes: rows * columns, operands: 2 * rows * columns * inner,
      at: range)
    var elements: [Tensor.Element] = []
    for row in 0..<rows {
      let weights = a.elements[row * inner..<(row + 1) * inner]
      for column in 0..<columns {
        let inputs = (0..<inner).map { b.elements[$0 * columns + column] }
        elements.append(.node(try add(dot, weights + inputs, .none, at: range)))
      }
    }
    let isRow = if case .vector = a.shape { true } else { false }
    let isColumn = if case .vector = b.shape { true } else { false }
    let shape: Shape =
      switch (isRow, isColumn) {
      case (true, true): .scalar
      case (true, false): .vector(columns)
      case (false, true): .vector(rows)
      case (false, false): .matrix(rows, columns)
      }
    return simplified(Tensor(shape: shape, elements: elements))
  }

  /// Whether every element of `left` is within tolerance · max(1, |b|) of its partner b.
  func approximately(_ left: Value, _ right: Value, tolerance: Double, at range: SourceRange)
    throws(Diagnostic) -> Bool
  {
    let a = try numbers(left, "what '~' compares", at: range)
    let b = try numbers(right, "what '~' compares", at: range)
    guard a.shape == b.shape || a.elements.count == 1 || b.elements.count == 1 else {
      throw ProgramProblem.shapeMismatch(operation: "~", left: a.shape, right: b.shape)
        .diagnostic(at: range)
    }
    return (0..<max(a.elements.count, b.elements.count)).allSatisfy { index in
      let x = a.elements[a.elements.count == 1 ? 0 : index]
      let y = b.elements[b.elements.count == 1 ? 0 : index]
      return x == y || abs(x - y) <= tolerance * max(1, min(abs(y), .greatestFiniteMagnitude))
    }
  }

  /// Does something to each row of a matrix, or to a vector as its only row.
  private func rows(
    of tensor: Tensor, at range: SourceRange,
    _ body: ([Tensor.Element]) throws(Diagnostic) -> [NodeID]
  ) throws(Diagnostic) -> Value {
    guard case .matrix(let rows, let columns) = tensor.shape else {
      let result = try body(tensor.elements)
      let shape: Shape =
        result.count == tensor.elements.count && tensor.shape != .scalar
        ? tensor.shape : .scalar
      if result.count == 1, tensor.elements.count == 1, tensor.shape != .scalar {
        return .tensor(Tensor(shape: tensor.shape, elements: [.node(result[0])]))
      }
      return simplified(Tensor(shape: shape, elements: result.map { .node($0) }))
    }
    var elements: [Tensor.Element] = []
    for row in 0..<rows {
      let result = try body(Array(tensor.elements[row * columns..<(row + 1) * columns]))
      elements += result.map { .node($0) }
    }
    let width = elements.count / max(rows, 1)
    let shape: Shape = width == 1 && columns != 1 ? .vector(rows) : .matrix(rows, width)
    return .tensor(Tensor(shape: shape, elements: elements))
  }

  /// Adds one node over elements.
  func add(
    _ id: OperatorID, _ operands: [Tensor.Element], _ settings: Settings, at range: SourceRange
  ) throws(Diagnostic) -> NodeID {
    try add(id, operands.map(node), settings, at: range)
  }

  /// Adds one node, within the limits.
  func add(_ id: OperatorID, _ operands: [NodeID], _ settings: Settings, at range: SourceRange)
    throws(Diagnostic) -> NodeID
  {
    try spend(1 + operands.count / 8, at: range)
    try foresee(nodes: 1, operands: operands.count, at: range)
    return graph.add(id, operands, settings, at: range)
  }
}
