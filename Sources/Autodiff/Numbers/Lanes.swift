/// Eight numbers side by side, each computed as a double is: what a rule is written over when many
/// samples or parameters are computed at once.
@frozen
public struct Lanes: Number {
  public typealias Condition = SIMDMask<SIMD8<Double>.MaskStorage>

  public static let count = 8

  @usableFromInline var numbers: SIMD8<Double>

  @inlinable init(_ numbers: SIMD8<Double>) { self.numbers = numbers }
  @inlinable public init(_ constant: Double) { numbers = SIMD8(repeating: constant) }

  /// Eight numbers from memory.
  @inlinable
  public init(_ first: UnsafePointer<Double>) {
    numbers = UnsafeRawPointer(first).loadUnaligned(as: SIMD8<Double>.self)
  }

  /// Puts the eight numbers into memory.
  @inlinable
  public func store(_ first: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(first).storeBytes(of: numbers, as: SIMD8<Double>.self)
  }

  /// The same function of every lane.
  @inlinable init(_ function: (Int) -> Double) {
    numbers = SIMD8()
    for lane in 0..<Lanes.count { numbers[lane] = function(lane) }
  }

  @inlinable public subscript(lane: Int) -> Double { numbers[lane] }

  @inlinable public static func + (a: Lanes, b: Lanes) -> Lanes { Lanes(a.numbers + b.numbers) }
  @inlinable public static func - (a: Lanes, b: Lanes) -> Lanes { Lanes(a.numbers - b.numbers) }
  @inlinable public static func * (a: Lanes, b: Lanes) -> Lanes { Lanes(a.numbers * b.numbers) }
  @inlinable public static func / (a: Lanes, b: Lanes) -> Lanes { Lanes(a.numbers / b.numbers) }
  @inlinable public static prefix func - (a: Lanes) -> Lanes { Lanes { -a[$0] } }

  @inlinable public var squared: Lanes { self * self }
  @inlinable public static func abs(_ x: Lanes) -> Lanes { Lanes { Double.abs(x[$0]) } }
  @inlinable public static func sqrt(_ x: Lanes) -> Lanes { Lanes(x.numbers.squareRoot()) }
  @inlinable public static func max(_ a: Lanes, _ b: Lanes) -> Lanes {
    Lanes { Double.max(a[$0], b[$0]) }
  }
  @inlinable public static func min(_ a: Lanes, _ b: Lanes) -> Lanes {
    Lanes { Double.min(a[$0], b[$0]) }
  }

  @inlinable public static func .< (a: Lanes, b: Lanes) -> Condition { a.numbers .< b.numbers }
  @inlinable public static func .<= (a: Lanes, b: Lanes) -> Condition { a.numbers .<= b.numbers }
  @inlinable public static func .== (a: Lanes, b: Lanes) -> Condition { a.numbers .== b.numbers }

  @inlinable public static func choose(
    _ condition: Condition, _ yes: @autoclosure () -> Lanes, _ no: @autoclosure () -> Lanes
  ) -> Lanes {
    Lanes(no().numbers.replacing(with: yes().numbers, where: condition))
  }

  // The other is only computed where a lane needs it.
  @inlinable public static func usually(
    _ usual: @autoclosure () -> Lanes, unless condition: Condition,
    _ special: @autoclosure () -> Lanes
  ) -> Lanes {
    let usual = usual()
    for lane in 0..<count where condition[lane] { return choose(condition, special(), usual) }
    return usual
  }

  public static func call<R: UnaryRule>(_ rule: R.Type, _ x: Lanes, _ settings: Settings) -> Lanes {
    Lanes { R.compute(x[$0], settings) }
  }

  public static func call<R: BinaryRule>(
    _ rule: R.Type, _ a: Lanes, _ b: Lanes, _ settings: Settings
  )
    -> Lanes
  {
    Lanes { R.compute(a[$0], b[$0], settings) }
  }

  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Lanes], _ settings: Settings)
    -> Lanes
  {
    Lanes { lane in R.compute(x.map { $0[lane] }, settings) }
  }

  public static func elements<R: VectorRule>(of rule: R.Type, _ x: [Lanes], _ settings: Settings)
    -> [Lanes]
  {
    var results = x
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * x.count) { room in
      room.initialize(repeating: 0)
      let operands = UnsafeMutableBufferPointer(rebasing: room[..<x.count])
      let elements = UnsafeMutableBufferPointer(rebasing: room[x.count...])
      for lane in 0..<count {
        for place in x.indices { operands[place] = x[place][lane] }
        R.compute(UnsafeBufferPointer(operands), into: elements)
        for place in x.indices { results[place].numbers[lane] = elements[place] }
      }
    }
    return results
  }
}
