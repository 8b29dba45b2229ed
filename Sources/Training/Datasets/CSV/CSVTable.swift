import Reporting

/// The table in a file, while it is read.
struct CSVTable: ~Copyable {
  private let path: String
  private let limits: CSVLimits
  private var scanner: CSVScanner
  private let names: [String]
  /// The first row if it is no header, and the line it is in.
  private let first: (cells: [CSVCell], line: Int)?
  private var targetPlace: Int?
  private var target: TargetColumn?
  private var rows = 0
  private var elements: [Double] = []

  /// Opens a file and reads its first row.
  init(path: String, _ limits: CSVLimits, _ isInterrupted: @escaping () -> Bool)
    throws(DatasetProblem)
  {
    let bytes = try FileBytes(path: path, isInterrupted: isInterrupted)
    var scanner = try CSVScanner(bytes, limit: limits.fieldBytes)
    guard let (cells, line) = try scanner.firstRow(limits) else { throw .emptyFile(path: path) }
    let texts = cells.map(\.text)
    let hasHeader =
      texts.contains { $0 != nil }
      && !cells.contains { if case .number = $0 { true } else { false } }
    names = cells.indices.map { place in
      texts[place].flatMap { hasHeader ? $0 : nil }
        ?? (hasHeader || place < cells.count - 1 ? "x\(place + 1)" : "y")
    }
    if hasHeader { scanner.names = names }
    first = hasHeader ? nil : (cells, line)
    self.scanner = scanner
    self.path = path
    self.limits = limits
  }

  /// Makes a column the target: the one of a name, or the last.
  mutating func chooseTarget(_ name: String?) throws(DatasetProblem) {
    let places = name.map { name in names.indices.filter { names[$0] == name } }
    if let name, let places, places.count != 1 {
      if !places.isEmpty {
        throw .ambiguousTarget(name, path: path, columns: places.map { $0 + 1 })
      }
      let closest = closestName(to: name, among: names)
      throw .unknownTarget(name, path: path, closest: closest, columns: names)
    }
    let place = places?.first ?? names.count - 1
    if names.count == 1 { throw .noInputs(path: path, target: names[0]) }
    targetPlace = place
  }

  /// Reads all rows.
  mutating func read() throws(DatasetProblem) {
    if let first {
      for (place, cell) in first.cells.enumerated() {
        if let fault = append(cell, at: place) {
          throw .fault(fault, at: CSVPlace(path: path, line: first.line, column: place + 1))
        }
      }
      rows = 1
    }
    while try scanner.next() { try readRow() }
    if rows == 0 { throw .headerOnly(path: path) }
  }

  /// Reads the row whose first field has just been read.
  private mutating func readRow() throws(DatasetProblem) {
    if (rows + 1) * names.count > limits.numbers {
      throw scanner.rowProblem(.tooManyNumbers(limit: limits.numbers))
    }
    for place in names.indices {
      if let fault = append(try scanner.cell(limits), at: place) {
        throw try scanner.problem(fault, unlessRagged: names.count)
      }
      if scanner.endsRow != (place == names.count - 1) { throw try scanner.ragged(names.count) }
      if !scanner.endsRow { _ = try scanner.next() }
    }
    rows += 1
  }

  private mutating func append(_ cell: CSVCell, at place: Int) -> CSVFault? {
    if place == targetPlace {
      if target == nil { target = TargetColumn(for: cell) }
      return target?.append(cell, limits: limits)
    }
    switch cell {
    case .number(let number): elements.append(number)
    case .missing: return .missing
    case .text(let text): return .text(text, isFirstRow: rows == 0 && first != nil)
    }
    return nil
  }
}

extension CSVTable {
  /// The inputs that were read: all columns but the target.
  var inputs: Matrix {
    Matrix(
      rows: rows, columns: names.count - (targetPlace == nil ? 0 : 1), elements: elements)
  }

  /// What was read as a data set.
  var dataset: Dataset {
    let target = target?.finished()
    return Dataset(
      x: inputs, y: target?.column, classes: target?.classes,
      inputNames: names.indices.filter { $0 != targetPlace }.map { names[$0] },
      targetNames: targetPlace.map { [names[$0]] } ?? [])
  }
}

extension CSVScanner {
  /// The fields of the first row, and its line; nil if there is none.
  fileprivate mutating func firstRow(_ limits: CSVLimits) throws(DatasetProblem) -> (
    [CSVCell], line: Int
  )? {
    guard try next() else { return nil }
    let firstLine = line
    var cells = [try firstCell(limits)]
    while !endsRow, try next() {
      if column > limits.columns { throw rowProblem(.tooManyColumns(limit: limits.columns)) }
      cells.append(try cell(limits))
    }
    return (cells, firstLine)
  }

  /// The first field; all of a row in one field may be a row of fields ended by something else.
  private func firstCell(_ limits: CSVLimits) throws(DatasetProblem) -> CSVCell {
    if endsRow, field.contains(UInt8(ascii: ";")) {
      throw rowProblem(.otherSeparator("a semicolon"))
    }
    if endsRow, field.contains(UInt8(ascii: "\t")) { throw rowProblem(.otherSeparator("a tab")) }
    return try cell(limits)
  }

  /// A problem at the field last read; of its row if that is too short or too long, since then
  /// the value may only stand in the wrong column.
  fileprivate mutating func problem(_ fault: CSVFault, unlessRagged expected: Int)
    throws(DatasetProblem) -> DatasetProblem
  {
    let problem = problem(fault)
    let ragged = try ragged(expected)
    return column == expected ? problem : ragged
  }

  /// Reads the row to its end, to say how many fields it has.
  fileprivate mutating func ragged(_ expected: Int) throws(DatasetProblem) -> DatasetProblem {
    while !endsRow, try next() {}
    return rowProblem(.ragged(fields: column, expected: expected))
  }
}
