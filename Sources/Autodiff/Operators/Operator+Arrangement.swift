/// How an operator meets vectors and matrices.
extension Operator {
  /// What an operator is applied to when it is handed vectors or matrices.
  public enum Arrangement: Sendable, Hashable {
    /// To so many operands, element by element.
    case elementwise(Int)
    /// To the elements of two vectors of equal length.
    case pair
    /// To all elements at once.
    case all
    /// To each row, giving one element.
    case row
    /// To each row, giving a row of the same length: one node an element.
    case elementOfRow
  }
}
