/// How much a file of data may hold, so that reading one never needs more memory than foreseen.
struct CSVLimits: Sendable {
  /// The most numbers in all.
  var numbers = 100_000_000
  /// The most columns.
  var columns = 100_000
  /// The most bytes in a field.
  var fieldBytes = 1 << 16
  /// The most bytes in the name of a column or of a class.
  var nameBytes = 128
  /// The most classes of a target.
  var classes = Dataset.mostClasses
}
