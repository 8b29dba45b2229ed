/// An operator that makes a vector of a vector, such as `softmax`; a node is one element of it.
///
/// Which element is the first setting, counted from 1; a formula writes it as a subscript.
public protocol VectorRule: VariadicRule {
  /// All elements as doubles, put into a list of as many places, which may be the same list.
  static func compute(_ x: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>)
}

extension VectorRule {
  public static var settings: [Setting] {
    [Setting("element", 1, "which element of the result", in: 1 ... .infinity, isHidden: true)]
  }

  public static var layout: Layout { .element }
  public static var arrangement: Operator.Arrangement { .elementOfRow }

  /// The settings of the node for one element, counted from 1.
  public static func settings(element: Int) -> Settings { Settings([Double(element)]) }

  public static func value<N: Number>(_ x: [N], _ s: Settings) -> N { N.call(Self.self, x, s) }

  /// All elements, as doubles.
  static func elements(_ x: [Double]) -> [Double] {
    x.withUnsafeBufferPointer { x in
      Array(unsafeUninitializedCapacity: x.count) { y, count in
        y.initialize(repeating: 0)
        compute(x, into: UnsafeMutableBufferPointer(rebasing: y[..<x.count]))
        count = x.count
      }
    }
  }

  public static func compute(_ x: [Double], _ s: Settings) -> Double {
    guard let place = Int(exactly: s[0]), x.indices.contains(place - 1) else { return .nan }
    return elements(x)[place - 1]
  }
}
