/// A table of numbers: rows of equally many.
public struct Matrix: Sendable, Equatable {
  /// How many rows there are.
  public let rows: Int
  /// How many numbers a row has.
  public let columns: Int
  /// The numbers, row by row; there are rows·columns of them.
  public internal(set) var elements: [Double]

  /// A matrix from its numbers, row by row, of which there must be rows·columns.
  public init(rows: Int, columns: Int, elements: [Double]) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The numbers of the row at a place, counted from 0.
  public func row(_ place: Int) -> ArraySlice<Double> {
    elements[place * columns..<(place + 1) * columns]
  }

  /// The numbers of the column at a place, counted from 0.
  public func column(_ place: Int) -> [Double] {
    (0..<rows).map { elements[$0 * columns + place] }
  }

  /// The rows at some places, counted from 0, in that order.
  func selecting(_ places: [Int]) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(places.count * columns)
    for place in places { selected += row(place) }
    return Matrix(rows: places.count, columns: columns, elements: selected)
  }
}
