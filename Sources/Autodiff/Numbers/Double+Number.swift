/// With doubles a rule computes its value or derivative.
extension Double: Number {
  @inlinable public static func .< (a: Double, b: Double) -> Bool { a < b }
  @inlinable public static func .<= (a: Double, b: Double) -> Bool { a <= b }
  @inlinable public static func .> (a: Double, b: Double) -> Bool { a > b }
  @inlinable public static func .>= (a: Double, b: Double) -> Bool { a >= b }
  @inlinable public static func .== (a: Double, b: Double) -> Bool { a == b }

  // What the rules of these names compute: they say it here, where other modules can inline it.
  @inlinable public var squared: Double { self * self }
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }
  @inlinable public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  @inlinable public static func max(_ a: Double, _ b: Double) -> Double {
    a < b ? b : b <= a ? a : a + b
  }
  @inlinable public static func min(_ a: Double, _ b: Double) -> Double {
    b < a ? b : a <= b ? a : a + b
  }

  @inlinable
  public static func choose(
    _ condition: Bool, _ yes: @autoclosure () -> Double, _ no: @autoclosure () -> Double
  ) -> Double {
    condition ? yes() : no()
  }

  public static func call<R: UnaryRule>(_ rule: R.Type, _ x: Double, _ settings: Settings)
    -> Double
  {
    R.compute(x, settings)
  }

  public static func call<R: BinaryRule>(
    _ rule: R.Type, _ a: Double, _ b: Double, _ settings: Settings
  ) -> Double {
    R.compute(a, b, settings)
  }

  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Double], _ settings: Settings)
    -> Double
  {
    R.compute(x, settings)
  }

  public static func elements<R: VectorRule>(of rule: R.Type, _ x: [Double], _ settings: Settings)
    -> [Double]
  {
    R.elements(x)
  }
}
