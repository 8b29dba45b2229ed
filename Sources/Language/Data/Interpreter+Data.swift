import Autodiff
import Reporting
import Training

/// Data sets: defined, indexed, and gone through row by row.
extension Interpreter {
  func define(_ name: Name, _ syntax: DataSyntax, at range: SourceRange) throws(Diagnostic) {
    guard names.isGlobal else {
      throw ProgramProblem.statementInFunction("data").diagnostic(at: range)
    }
    let data: DataValue
    switch syntax {
    case .rows(let rows): data = try dataset(rows, name.text, at: range)
    case .pair(let inputs, let targets):
      let x = try matrix(inputs, "the inputs")
      let y = try matrix(targets, "the targets")
      guard x.rows == y.rows else {
        throw DataProblem.rows(inputs: x.rows, targets: y.rows)
          .diagnostic(at: targets.range)
      }
      data = DataValue(Dataset(x: x, y: y), origin: name.text)
    case .value(let expression):
      let value = try evaluate(expression)
      switch value {
      case .data(let given): data = given
      default:
        data = DataValue(
          Dataset(x: try matrix(value, "the data", at: expression.range), y: nil), origin: name.text
        )
      }
    }
    names.define(name.text, .data(data))
    noteDefinition(of: name.text)
  }

  /// A data set, or the complaint that something is none.
  func data(_ expression: Expression, _ what: String) throws(Diagnostic) -> DataValue {
    let value = try evaluate(expression)
    guard case .data(let data) = value else {
      throw DataProblem.notData(what, kind: value.kind).diagnostic(at: expression.range)
    }
    return data
  }

  /// The numbers of a matrix; a vector is a column.
  private func matrix(_ expression: Expression, _ what: String) throws(Diagnostic) -> Matrix {
    let wantedNumbers = wantsNumbers
    wantsNumbers = true
    defer { wantsNumbers = wantedNumbers }
    return try matrix(try evaluate(expression), what, at: expression.range)
  }

  func matrix(_ value: Value, _ what: String, at range: SourceRange) throws(Diagnostic) -> Matrix {
    let numbers = try numbers(value, what, at: range)
    switch numbers.shape {
    case .scalar: return Matrix(rows: 1, columns: 1, elements: numbers.elements)
    case .vector(let count): return Matrix(rows: count, columns: 1, elements: numbers.elements)
    case .matrix(let rows, let columns):
      return Matrix(rows: rows, columns: columns, elements: numbers.elements)
    }
  }

  // MARK: Rows in the program

  private func dataset(_ rows: [DataRow], _ name: String, at range: SourceRange)
    throws(Diagnostic) -> DataValue
  {
    let (inputs, targets) = (rows[0].inputs.count, rows[0].targets.count)
    for row in rows where row.inputs.count != inputs || row.targets.count != targets {
      throw DataProblem.raggedRow(
        inputs: row.inputs.count, targets: row.targets.count, expected: (inputs, targets)
      ).diagnostic(at: row.range)
    }
    try hold(rows.count * (inputs + targets), at: range)
    var x: [Double] = []
    for row in rows {
      for cell in row.inputs {
        guard case .number(let number) = cell else {
          throw DataProblem.textAsInput.diagnostic(at: row.range)
        }
        x.append(number)
      }
    }
    var classes: [String]?
    var matrix: Matrix?
    if targets > 0 {
      classes = try self.classes(rows)
      let y = rows.flatMap(\.targets).map { cell -> Double in
        switch cell {
        case .number(let number): number
        case .text(let text): Double((classes?.firstIndex(of: text) ?? 0) + 1)
        }
      }
      matrix = Matrix(rows: rows.count, columns: targets, elements: y)
    }
    let set = Dataset(
      x: Matrix(rows: rows.count, columns: inputs, elements: x), y: matrix, classes: classes)
    return DataValue(set, origin: name)
  }

  /// The texts that stand as targets, in order; nil if the targets are numbers.
  private func classes(_ rows: [DataRow]) throws(Diagnostic) -> [String]? {
    var texts: Set<String> = []
    for row in rows {
      for cell in row.targets {
        if case .text(let text) = cell { texts.insert(text) }
      }
    }
    guard !texts.isEmpty else { return nil }
    for row in rows {
      guard row.targets.count == 1, case .text = row.targets[0] else {
        throw DataProblem.mixedTargets.diagnostic(at: row.range)
      }
    }
    return texts.sorted()
  }

  // MARK: Parts

  /// `d.x`, `d.y`: numbers, not nodes.
  func member(_ name: Name, of data: DataValue) throws(Diagnostic) -> Value {
    switch name.text {
    case "x": return try tensor(data.set.x, at: name.range)
    case "y":
      guard let y = data.set.y else { throw DataProblem.noTargets.diagnostic(at: name.range) }
      return try tensor(y, at: name.range)
    default:
      throw ProgramProblem.noSuchMember(name.text, kind: "a data set").diagnostic(at: name.range)
    }
  }

  private func tensor(_ matrix: Matrix, at range: SourceRange) throws(Diagnostic) -> Value {
    try hold(matrix.elements.count, at: range)
    return .tensor(
      Tensor(
        shape: .matrix(matrix.rows, matrix.columns),
        elements: matrix.elements.map { .number($0) }))
  }

  /// `d[3]`, `d[1..10]`: a data set of those rows.
  func rows(of data: DataValue, _ indices: [Expression.Index], at range: SourceRange)
    throws(Diagnostic) -> Value
  {
    guard indices.count == 1 else {
      throw DataProblem.indices(indices.count).diagnostic(at: range)
    }
    let places = try places(indices[0], in: data.set.count, "the data set")
    return .data(data.with(data.set.rows(places.list)))
  }

  /// What `for x, t in d` goes through: each row's inputs and targets.
  func items(of data: DataValue) -> Items {
    Items(count: data.set.count) { .data(data.with(data.set.rows([$0]))) }
  }

  /// The inputs and the targets of a data set of one row.
  func parts(of data: DataValue) -> [Value] {
    func value(_ matrix: Matrix) -> Value {
      let elements = matrix.elements.map { Tensor.Element.number($0) }
      return simplified(
        Tensor(
          shape: elements.count == 1 ? .scalar : .vector(elements.count), elements: elements))
    }
    return [value(data.set.x)] + (data.set.y.map { [value($0)] } ?? [])
  }
}
