public import Reporting

/// A function of all parameters together, as a method sees it that looks at the whole of it.
public struct Objective {
  /// Its value at some parameters.
  public typealias Value = (_ parameters: [Double]) throws(Diagnostic) -> Double
  /// Its value and its gradient.
  public typealias Gradient =
    (_ parameters: [Double]) throws(Diagnostic) -> (value: Double, gradient: [Double])
  /// The matrix of its second derivatives, row by row.
  public typealias Hessian = (_ parameters: [Double]) throws(Diagnostic) -> [[Double]]
  /// The same matrix times a vector, without the matrix.
  public typealias HessianVector =
    (_ parameters: [Double], _ vector: [Double]) throws(Diagnostic) -> [Double]

  /// How many parameters there are.
  public let count: Int
  /// Where the program asks for it to be minimized, and what it calls its parameters, for
  /// complaints; a place is from 0.
  public let range: SourceRange
  public let name: (_ place: Int) -> String
  public let value: Value
  public let gradient: Gradient
  /// nil where it cannot be had.
  public let hessian: Hessian?
  /// nil where it cannot be had otherwise than from `hessian`.
  public let hessianVector: HessianVector?

  /// An objective from its parts.
  public init(
    count: Int, at range: SourceRange = .none,
    named name: @escaping (_ place: Int) -> String = { "parameter \($0 + 1)" },
    value: @escaping Value, gradient: @escaping Gradient, hessian: Hessian? = nil,
    hessianVector: HessianVector? = nil
  ) {
    self.count = count
    self.range = range
    self.name = name
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
    self.hessianVector = hessianVector
  }
}
