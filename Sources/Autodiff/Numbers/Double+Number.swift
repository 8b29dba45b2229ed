/// With doubles a rule computes its value or derivative.
extension Double: Number {
  public static func .< (a: Double, b: Double) -> Bool { a < b }
  public static func .<= (a: Double, b: Double) -> Bool { a <= b }
  public static func .> (a: Double, b: Double) -> Bool { a > b }
  public static func .>= (a: Double, b: Double) -> Bool { a >= b }
  public static func .== (a: Double, b: Double) -> Bool { a == b }

  // The same rules that the other numbers call, without the detour by which these find them.
  public var squared: Double { Power.compute(self, 2, .none) }
  public static func abs(_ x: Double) -> Double { Absolute.compute(x, .none) }
  public static func sqrt(_ x: Double) -> Double { SquareRoot.compute(x, .none) }
  public static func max(_ a: Double, _ b: Double) -> Double { Maximum.compute(a, b, .none) }
  public static func min(_ a: Double, _ b: Double) -> Double { Minimum.compute(a, b, .none) }

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
    R.elements(x, settings)
  }
}
