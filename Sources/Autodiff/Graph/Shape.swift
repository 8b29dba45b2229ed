/// How a value's elements are arranged: one, in a row, or in rows and columns.
public enum Shape: Hashable, Sendable {
  /// One element.
  case scalar
  /// So many elements in a row.
  case vector(Int)
  /// So many rows and columns; elements are counted row by row.
  case matrix(Int, Int)

  /// How many elements there are.
  public var count: Int {
    switch self {
    case .scalar: 1
    case .vector(let length): length
    case .matrix(let rows, let columns): rows * columns
    }
  }

  /// The shape in words: `a scalar`, `a vector of 3`, `a 2×3 matrix`.
  public var description: String {
    switch self {
    case .scalar: "a scalar"
    case .vector(let length): "a vector of \(length)"
    case .matrix(let rows, let columns): "a \(rows)×\(columns) matrix"
    }
  }

  /// The indices of an element as they are written, from 1: empty, `[2]`, or `[2,3]`.
  public func subscriptText(of element: Int) -> String {
    switch self {
    case .scalar: ""
    case .vector: "[\(element + 1)]"
    case .matrix(_, let columns):
      "[\(element / max(columns, 1) + 1),\(element % max(columns, 1) + 1)]"
    }
  }
}
