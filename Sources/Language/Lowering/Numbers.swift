public import Autodiff

/// Numbers in a shape, without any node behind them: what is left to show of a value.
public struct Numbers: Sendable, Equatable {
  /// How they are arranged.
  public var shape: Shape
  /// The numbers, row by row.
  public var elements: [Double]

  /// Numbers in a shape.
  public init(shape: Shape, elements: [Double]) {
    self.shape = shape
    self.elements = elements
  }
}
