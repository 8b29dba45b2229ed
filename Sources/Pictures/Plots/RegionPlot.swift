/// A number that depends on two others, as a map: a decision boundary, the landscape of a loss.
public struct RegionPlot: Sendable {
  /// What the numbers of the map divide it into.
  public enum Regions: Sendable {
    /// Each number is the index of a class, from 0.
    case classes
    /// Each number lies between two of these levels; none given, they are chosen so that every
    /// region covers about as much of the map.
    case levels([Double])
  }

  /// A point of the data, drawn over the map.
  public struct Point: Sendable {
    /// Its place from left to right.
    public var x: Double
    /// Its place from bottom to top.
    public var y: Double
    /// The index of its class, from 0; nil if it has none.
    public var classIndex: Int?
    /// The number that belongs there, if it is of the same kind as those of the map.
    public var value: Double?

    /// A point of a class, or with a number.
    public init(x: Double, y: Double, classIndex: Int? = 0, value: Double? = nil) {
      (self.x, self.y, self.classIndex, self.value) = (x, y, classIndex, value)
    }
  }

  /// What is shown from left to right.
  public var x: ClosedRange<Double>
  /// What is shown from bottom to top.
  public var y: ClosedRange<Double>
  /// The numbers at even distances from end to end, the lowest row first.
  public var values: [[Double]]
  /// What the numbers divide the map into.
  public var regions: Regions
  /// What the classes of the regions and the points are called.
  public var classes: [String]
  /// The data.
  public var points: [Point]
  /// What stands above the map, if anything.
  public var title: String
  /// What the numbers from left to right are.
  public var xLabel: String
  /// What the numbers from bottom to top are.
  public var yLabel: String

  /// A map of numbers that are known.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, values: [[Double]], regions: Regions,
    classes: [String] = [], points: [Point] = [], title: String = "", xLabel: String = "",
    yLabel: String = ""
  ) {
    (self.x, self.y, self.values, self.regions) = (x, y, values, regions)
    (self.classes, self.points, self.title) = (classes, points, title)
    (self.xLabel, self.yLabel) = (xLabel, yLabel)
  }

  /// A map of a function, asked at `columns` by `rows` places, at least two each.
  public init<Failure: Error>(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 96, rows: Int = 48,
    regions: Regions, classes: [String] = [], points: [Point] = [], title: String = "",
    xLabel: String = "", yLabel: String = "",
    value: (Double, Double) throws(Failure) -> Double
  ) throws(Failure) {
    self.init(
      x: x, y: y, values: [], regions: regions, classes: classes, points: points, title: title,
      xLabel: xLabel, yLabel: yLabel)
    for row in 0..<max(rows, 2) {
      var line: [Double] = []
      let height = RegionPlot.place(row, of: max(rows, 2), in: y)
      for column in 0..<max(columns, 2) {
        line.append(try value(RegionPlot.place(column, of: max(columns, 2), in: x), height))
      }
      values.append(line)
    }
  }

  /// The place with that index among `count` at even distances from end to end.
  static func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    guard count > 1 else { return range.lowerBound / 2 + range.upperBound / 2 }
    let part = Double(index) / Double(count - 1)
    return range.lowerBound * (1 - part) + range.upperBound * part
  }
}
