import Reporting

/// Curves of numbers against numbers, such as the losses of a training, for a terminal.
public struct LinePlot: Sendable {
  /// One curve.
  public struct Series: Sendable {
    /// What the legend calls it.
    public var name: String
    /// Where each number stands from left to right.
    public var x: [Double]
    /// The numbers.
    public var y: [Double]
    /// Whether the points are joined by a line; those of data are not.
    public var isJoined = true
    /// Whether these are samples of a function, which has numbers between them too.
    public var isSampled = false

    /// A curve through points in their order; numbers without a partner are left out.
    public init(name: String, x: [Double], y: [Double], isSampled: Bool = false) {
      (self.name, self.x, self.y, self.isSampled) = (name, x, y, isSampled)
    }

    /// A curve through numbers at 1, 2, 3 and so on.
    public init(name: String, y: [Double]) {
      self.init(name: name, x: y.indices.map { Double($0 + 1) }, y: y)
    }

    /// What the legend says of the last number; nothing of points that have no order.
    func ending(_ numbers: NumberStyle) -> String? {
      guard isJoined, let last = zip(x, y).map(\.1).last else { return nil }
      let word = min(x.count, y.count) == 1 ? "one point:" : "last"
      return (name.isEmpty ? "" : ", ") + word + " " + numbers.text(last)
    }
  }

  /// The curves; they share their axes.
  public var series: [Series]
  /// What stands above the plot, if anything.
  public var title: String
  /// What the numbers from left to right are.
  public var xLabel: String
  /// What the numbers from bottom to top are.
  public var yLabel: String
  /// Whether equal distances upwards are equal factors.
  ///
  /// Numbers that have no logarithm stand at the lower edge, and the plot says so; if none has one,
  /// the axis is linear.
  public var logY: Bool

  /// A plot of these curves.
  public init(
    series: [Series], title: String = "", xLabel: String = "", yLabel: String = "",
    logY: Bool = false
  ) {
    (self.series, self.title) = (series, title)
    (self.xLabel, self.yLabel, self.logY) = (xLabel, yLabel, logY)
  }
}
