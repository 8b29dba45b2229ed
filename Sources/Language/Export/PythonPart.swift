import Autodiff

/// A part of a Python expression, with how tightly it holds together.
struct PythonPart {
  /// The element of a tensor that an expression is, so that a row of them can be written as one.
  struct Element: Equatable {
    /// The tensor.
    var tensor: String
    var shape: Shape
    /// Which element, row by row.
    var place: Int
    /// Whether it is a tensor of rows of data, of which each has such elements.
    var isOfRows = false
  }

  var text: String
  var precedence = Notation.Precedence.atom
  /// The number, if it is one.
  var number: Double?
  /// The same as a tensor of truths, if it is a comparison.
  var condition: String?
  var element: Element?

  init(_ text: String, _ precedence: Notation.Precedence = .atom) {
    self.text = text
    self.precedence = precedence
  }

  /// A number.
  init(_ number: Double) {
    text = PythonText.number(number)
    precedence = number.sign == .minus ? .sign : .atom
    self.number = number
  }

  /// An element of a tensor.
  init(_ element: Element) {
    let indices: String
    switch element.shape {
    case .scalar: indices = ""
    case .vector where element.isOfRows: indices = "[..., \(element.place)]"
    case .vector: indices = "[\(element.place)]"
    case .matrix(_, let columns):
      indices = "[\(element.place / columns), \(element.place % columns)]"
    }
    text = element.tensor + indices
    self.element = element
  }

  /// In parentheses, if it would be misread beside a tighter operator.
  func wrapped(below limit: Notation.Precedence) -> String {
    precedence < limit ? "(\(text))" : text
  }

  /// As what PyTorch's functions take: a number becomes a tensor.
  var asTensor: String { number == nil ? text : "torch.tensor(\(text))" }

  /// Some numbers side by side along the last dimension.
  static func row(_ parts: [PythonPart]) -> String {
    run(parts) ?? "row(" + parts.map(\.text).joined(separator: ", ") + ")"
  }

  /// Elements that stand side by side in one tensor, as a part of it.
  private static func run(_ parts: [PythonPart]) -> String? {
    guard let first = parts.first?.element, first.shape != .scalar else { return nil }
    for (offset, part) in parts.enumerated() {
      var expected = first
      expected.place += offset
      guard part.element == expected else { return nil }
    }
    let end = first.place + parts.count
    let isAll = first.place == 0 && end == first.shape.count
    switch first.shape {
    case .scalar: return nil
    case .vector:
      if isAll { return first.tensor }
      return first.tensor + (first.isOfRows ? "[..., " : "[") + "\(first.place):\(end)]"
    case .matrix(_, let columns):
      if isAll { return first.tensor + ".flatten()" }
      let (row, column) = (first.place / columns, first.place % columns)
      guard column + parts.count <= columns else { return nil }
      if parts.count == columns { return "\(first.tensor)[\(row)]" }
      return "\(first.tensor)[\(row), \(column):\(column + parts.count)]"
    }
  }
}
