/// Rows of numbers: inputs x and targets y, which training reads; not nodes of a graph.
public struct Dataset: Sendable, Equatable {
  /// The inputs: one row for each example.
  public internal(set) var x: Matrix
  /// The targets, with as many rows as the inputs; nil if there are none.
  public internal(set) var y: Matrix?
  /// The names of the classes in order, if the target is a class; y is then one column of 1…k.
  public internal(set) var classes: [String]?
  /// The inputs' names.
  public let inputNames: [String]
  /// The targets' names.
  public let targetNames: [String]
  /// What the inputs were standardized with, if they were.
  public internal(set) var standardization: Standardization?
  /// The distinct values of a single target in order; nil if it cannot be a class.
  ///
  /// Parts of a set keep those of the whole, so that a class has the same number in every part.
  let targetValues: [Double]?

  /// A data set from its parts; y, if there is one, must have as many rows as x.
  ///
  /// Names that are not given are x1, x2 … and y, or y1, y2 … if there are several targets.
  public init(
    x: Matrix, y: Matrix?, classes: [String]? = nil, inputNames: [String]? = nil,
    targetNames: [String]? = nil
  ) {
    self.x = x
    self.y = y
    self.classes = classes
    self.inputNames = inputNames ?? Dataset.names("x", x.columns)
    self.targetNames =
      targetNames ?? (y?.columns == 1 ? ["y"] : Dataset.names("y", y?.columns ?? 0))
    targetValues = classes == nil ? y.flatMap(Dataset.classValues) : nil
  }

  /// How many rows there are.
  public var count: Int { x.rows }

  /// The rows at some places, counted from 0, in that order; everything else is kept.
  ///
  /// Every place must be one of the set's.
  public func rows(_ places: [Int]) -> Dataset {
    var selection = self
    selection.x = x.selecting(places)
    selection.y = y?.selecting(places)
    return selection
  }

  private static func names(_ letter: String, _ count: Int) -> [String] {
    (0..<count).map { "\(letter)\($0 + 1)" }
  }
}
