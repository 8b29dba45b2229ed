/// A matrix of numbers as a field of shades, such as the weights of a layer, for a terminal.
///
/// Positive numbers are filled blocks, negative ones are strokes like minus signs, and both grow
/// heavier with the magnitude; so the sign is seen without colour.
public struct HeatMap: Sendable {
  /// The numbers, row by row; rows may be of different lengths.
  public var values: [[Double]]
  /// What stands above the field, if anything.
  public var title: String
  /// What the rows are.
  public var rowLabel: String
  /// What the columns are.
  public var columnLabel: String

  /// A field of these numbers.
  public init(
    values: [[Double]], title: String = "", rowLabel: String = "", columnLabel: String = ""
  ) {
    (self.values, self.title) = (values, title)
    (self.rowLabel, self.columnLabel) = (rowLabel, columnLabel)
  }
}
