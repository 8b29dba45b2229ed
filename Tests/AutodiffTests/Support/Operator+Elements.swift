@testable import Autodiff

extension Operator {
  /// All elements of a vector operator; nil for any other.
  func elements(of x: [Double]) -> [Double]? {
    guard let elements else { return nil }
    var y = x
    x.withUnsafeBufferPointer { x in y.withUnsafeMutableBufferPointer { elements(x, $0) } }
    return y
  }
}
