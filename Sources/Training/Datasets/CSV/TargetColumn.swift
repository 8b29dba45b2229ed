/// A target while it is read: all numbers, or all text, as its first value is.
struct TargetColumn {
  private let isText: Bool
  private var numbers: [Double] = []
  /// The place of each text among the names.
  private var texts: [Int] = []
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
      numbers.append(number)
    case .text(let text):
      guard isText else { return .textAmongNumbers(text) }
      let place = places[text] ?? names.count
      if place == names.count {
        if place == limits.classes { return .tooManyClasses(limit: limits.classes) }
        names.append(text)
        places[text] = place
      }
      texts.append(place)
    }
    return nil
  }

  /// The column, and the names of its classes if it holds text: sorted, they are 1…k.
  func finished() -> (column: Matrix, classes: [String]?) {
    guard isText else { return (column(numbers), nil) }
    let classes = names.sorted()
    var ranks = [Double](repeating: 0, count: names.count)
    for (rank, name) in classes.enumerated() {
      if let place = places[name] { ranks[place] = Double(rank + 1) }
    }
    return (column(texts.map { ranks[$0] }), classes)
  }

  private func column(_ values: [Double]) -> Matrix {
    Matrix(rows: values.count, columns: 1, elements: values)
  }
}
