import Autodiff
import Reporting

/// Elements, slices, and what `for` goes through.
extension Interpreter {
  func element(
    of value: Value, _ base: Expression, _ indices: [Expression.Index], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch value {
    case .data(let data): return try rows(of: data, indices, at: range)
    case .function, .text, .network, .run, .parts:
      throw ProgramProblem.notIndexable(kind: value.kind).diagnostic(at: base.range)
    case .number, .node:
      throw ProgramProblem.notIndexable(kind: "a scalar").diagnostic(at: base.range)
    default: break
    }
    let tensor = try tensor(value, "what an index is taken of", at: base.range)
    switch tensor.shape {
    case .scalar: throw ProgramProblem.notIndexable(kind: "a scalar").diagnostic(at: base.range)
    case .vector(let count):
      guard indices.count == 1 else {
        throw ProgramProblem.tooManyIndices(shape: tensor.shape, given: indices.count)
          .diagnostic(at: range)
      }
      let places = try places(indices[0], in: count, "the vector")
      try hold(places.list.count, at: range)
      let elements = places.list.map { tensor.elements[$0] }
      return simplified(
        Tensor(shape: places.isOne ? .scalar : .vector(elements.count), elements: elements))
    case .matrix(let rows, let columns):
      guard indices.count <= 2 else {
        throw ProgramProblem.tooManyIndices(shape: tensor.shape, given: indices.count)
          .diagnostic(at: range)
      }
      let chosenRows = try places(indices[0], in: rows, "the matrix, by rows,")
      let chosenColumns =
        indices.count == 2
        ? try places(indices[1], in: columns, "the matrix, by columns,")
        : Places(list: Array(0..<columns), isOne: false)
      try hold(chosenRows.list.count * chosenColumns.list.count, at: range)
      let elements = chosenRows.list.flatMap { row in
        chosenColumns.list.map { tensor.elements[row * columns + $0] }
      }
      let shape: Shape =
        switch (chosenRows.isOne, chosenColumns.isOne) {
        case (true, true): .scalar
        case (true, false): .vector(chosenColumns.list.count)
        case (false, true): .vector(chosenRows.list.count)
        case (false, false): .matrix(chosenRows.list.count, chosenColumns.list.count)
        }
      return simplified(Tensor(shape: shape, elements: elements))
    }
  }

  /// Places along one dimension, from 0, and whether an index named just one.
  struct Places {
    var list: [Int]
    var isOne: Bool
  }

  func places(_ index: Expression.Index, in count: Int, _ what: String)
    throws(Diagnostic) -> Places
  {
    guard case .at(let expression) = index else {
      return Places(list: Array(0..<count), isOne: false)
    }
    let value = try evaluate(expression)
    if case .range(let first, let last) = value {
      for end in [first, last] where !(1...max(count, 1)).contains(end) {
        throw ProgramProblem.indexOutOfRange(index: Double(end), count: count, what: what)
          .diagnostic(at: expression.range)
      }
      guard first <= last else { throw ProgramProblem.emptyList.diagnostic(at: expression.range) }
      return Places(list: Array(first - 1...last - 1), isOne: false)
    }
    let numbers = try numbers(value, "an index", at: expression.range)
    var list: [Int] = []
    for number in numbers.elements {
      guard let whole = Int(exactly: number) else {
        throw ProgramProblem.notWhole(what: "an index", value: number).diagnostic(
          at: expression.range)
      }
      guard (1...max(count, 1)).contains(whole) else {
        throw ProgramProblem.indexOutOfRange(index: number, count: count, what: what)
          .diagnostic(at: expression.range)
      }
      list.append(whole - 1)
    }
    return Places(list: list, isOne: numbers.shape == .scalar)
  }

  /// What a loop goes through, one item at a time, without writing a long range out.
  struct Items {
    var count: Int
    var item: (Int) -> Value
  }

  func items(_ value: Value, at range: SourceRange) throws(Diagnostic) -> Items {
    switch value {
    case .data(let data): return items(of: data)
    case .range(let first, let last):
      return Items(count: max(0, last - first + 1)) { .number(Double(first + $0)) }
    case .tensor(let tensor):
      switch tensor.shape {
      case .scalar: break
      case .vector(let count):
        return Items(count: count) { index in
          self.simplified(Tensor(shape: .scalar, elements: [tensor.elements[index]]))
        }
      case .matrix(let rows, let columns):
        return Items(count: rows) { row in
          .tensor(
            Tensor(
              shape: .vector(columns),
              elements: Array(tensor.elements[row * columns..<(row + 1) * columns])))
        }
      }
    default: break
    }
    throw ProgramProblem.notIterable(kind: value.kind).diagnostic(at: range)
  }

  /// The names of a loop with what they stand for in one round.
  func unpack(_ item: Value, into variables: [Name], at range: SourceRange)
    throws(Diagnostic) -> [String: Value]
  {
    if variables.count == 1 { return [variables[0].text: item] }
    if case .data(let data) = item {
      let parts = parts(of: data)
      guard parts.count == variables.count else {
        throw DataProblem.noTargets.diagnostic(at: range)
      }
      return Dictionary(
        zip(variables.map(\.text), parts), uniquingKeysWith: { first, _ in first })
    }
    guard case .tensor(let tensor) = item, tensor.shape == .vector(variables.count) else {
      let shape = try tensor(item, "what is unpacked", at: range).shape
      throw ProgramProblem.unpacking(names: variables.count, shape: shape).diagnostic(at: range)
    }
    var names: [String: Value] = [:]
    for (variable, element) in zip(variables, tensor.elements) {
      names[variable.text] = simplified(Tensor(shape: .scalar, elements: [element]))
    }
    return names
  }
}
