import Reporting

extension Dataset {
  /// The most classes a target may have.
  public static let mostClasses = 10_000

  /// The set with its target read as a class: the distinct values, sorted, are the classes 1…k.
  ///
  /// The values are those of the whole set this one is a part of. A set whose target is a class
  /// already stays as it is; so does one whose targets cannot be classes, because there are none
  /// or several of them, or one with more than ``mostClasses`` values, or with nan or inf: its
  /// `classes` remain nil.
  public func withClasses() -> Dataset {
    guard classes == nil, let targetValues, let y else { return self }
    var numbers: [Double: Double] = [:]
    for (place, value) in targetValues.enumerated() { numbers[value] = Double(place + 1) }
    var labelled = self
    labelled.y = Matrix(
      rows: y.rows, columns: 1, elements: y.elements.map { numbers[$0] ?? .nan })
    // Adding 0 makes the -0 that equals it a plain 0.
    labelled.classes = targetValues.map { NumberStyle.exact.text($0 + 0) }
    return labelled
  }

  /// The distinct values of a target that may be a class, in order.
  static func classValues(of target: Matrix) -> [Double]? {
    guard target.columns == 1 else { return nil }
    var values: Set<Double> = []
    for value in target.elements {
      guard value.isFinite else { return nil }
      values.insert(value)
      if values.count > mostClasses { return nil }
    }
    return values.sorted()
  }
}
