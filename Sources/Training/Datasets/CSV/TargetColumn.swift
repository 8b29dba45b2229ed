/// A target while it is read: all numbers, or all text, as its first value is.
struct TargetColumn {
  private let isText: Bool
  /// The numbers; of a text, its place among the names.
  private var values: [Double] = []
  /// The distinct texts, as they came.
  private var names: [String] = []
  private var places: [String: Int] = [:]

  /// An empty column of the kind of its first value.
  init(for first: CSVCell) { isText = first.text != nil }

  /// Adds a value; what is wrong with it otherwise.
  mutating func append(_ cell: CSVCell, limits: CSVLimits) -> CSVFault? {
    switch cell {
    case .missing: return .missing
    case .number(let number):
      if isText { return .numberAmongTexts(number.exact) }
      values.append(number)
    case .text(let text):
      guard isText else { return .textAmongNumbers(text) }
      let place = places[text] ?? names.count
      if place == names.count {
        if place == limits.classes { return .tooManyClasses(limit: limits.classes) }
        names.append(text)
        places[text] = place
      }
      values.append(Double(place))
    }
    return nil
  }

  /// The column, and the names of its classes if it holds text: sorted, they are 1…k.
  func finished() -> (column: Matrix, classes: [String]?) {
    var column = Matrix(rows: values.count, columns: 1, elements: values)
    guard isText else { return (column, nil) }
    let classes = names.sorted()
    var numbers = [Double](repeating: 0, count: names.count)
    for (rank, name) in classes.enumerated() {
      if let place = places[name] { numbers[place] = Double(rank + 1) }
    }
    for row in values.indices { column.elements[row] = numbers[Int(values[row])] }
    return (column, classes)
  }
}
