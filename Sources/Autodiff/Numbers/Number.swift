/// What an operator's rule is written over, so that one rule serves four purposes.
///
/// With `Double` a rule computes. With `GraphNumber` it builds the nodes of a derivative, which can
/// be differentiated again. With `Formula` it writes itself down, with names or with numbers.
/// A rule may use nothing but what stands here, so the printed rule cannot differ from the
/// computed one.
public protocol Number {
  /// The outcome of a comparison, which for a formula or a graph is more than true or false.
  associatedtype Condition

  /// A constant.
  init(_ constant: Double)

  /// A sum, rounded once.
  static func + (a: Self, b: Self) -> Self
  /// A difference, rounded once.
  static func - (a: Self, b: Self) -> Self
  /// A product, rounded once.
  static func * (a: Self, b: Self) -> Self
  /// A quotient, rounded once.
  static func / (a: Self, b: Self) -> Self
  /// The same number with the other sign.
  static prefix func - (a: Self) -> Self

  /// The number times itself, written x².
  var squared: Self { get }
  /// |x|.
  static func abs(_ x: Self) -> Self
  /// The square root.
  static func sqrt(_ x: Self) -> Self
  /// The larger of two numbers.
  static func max(_ a: Self, _ b: Self) -> Self
  /// The smaller of two numbers.
  static func min(_ a: Self, _ b: Self) -> Self

  /// Whether a is less than b; false if either is nan.
  static func .< (a: Self, b: Self) -> Condition
  /// Whether a is less than or equal to b; false if either is nan.
  static func .<= (a: Self, b: Self) -> Condition
  /// Whether a is greater than b; false if either is nan.
  static func .> (a: Self, b: Self) -> Condition
  /// Whether a is greater than or equal to b; false if either is nan.
  static func .>= (a: Self, b: Self) -> Condition
  /// Whether a equals b; false if either is nan.
  static func .== (a: Self, b: Self) -> Condition

  /// 1 if a condition holds, else 0.
  static func indicator(_ condition: Condition) -> Self

  /// One of two numbers; the other is not computed where that can be avoided.
  static func choose(
    _ condition: Condition, _ yes: @autoclosure () -> Self, _ no: @autoclosure () -> Self
  ) -> Self

  /// The usual number, unless a condition holds that a reader of the rule need not think about,
  /// such as an overflow on the way to a finite result; a formula names it only where it happened.
  static func usually(
    _ usual: @autoclosure () -> Self, unless condition: Condition,
    _ special: @autoclosure () -> Self
  ) -> Self

  /// A constant that has a name: `ln 2`.
  static func named(_ name: String, _ constant: Double) -> Self

  /// A quantity on the way under its name, where names are written down.
  static func noted(_ quantity: Self, _ name: String, _ note: ((String, Self) -> Self)?) -> Self

  /// A chosen number; a formula knows it by its name.
  static func setting(_ names: [String], _ place: Int, _ number: Double) -> Self

  /// Another operator of one operand, used inside a rule.
  static func call<R: UnaryRule>(_ rule: R.Type, _ x: Self, _ settings: Settings) -> Self
  /// Another operator of two operands, used inside a rule.
  static func call<R: BinaryRule>(_ rule: R.Type, _ a: Self, _ b: Self, _ settings: Settings)
    -> Self
  /// Another operator of any number of operands, used inside a rule.
  static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Self], _ settings: Settings) -> Self
  /// All elements of an operator from vector to vector, at the cost of one.
  static func elements<R: VectorRule>(of rule: R.Type, _ x: [Self], _ settings: Settings) -> [Self]
  /// The element of an operator from vector to vector at a place, counted from 1; the others are
  /// not made where the place is known.
  static func element<R: VectorRule>(of rule: R.Type, _ x: [Self], at place: Self) -> Self
}

extension Number {
  public static func usually(
    _ usual: @autoclosure () -> Self, unless condition: Condition,
    _ special: @autoclosure () -> Self
  ) -> Self {
    choose(condition, special(), usual())
  }

  public static func named(_ name: String, _ constant: Double) -> Self { Self(constant) }

  @inlinable
  public static func setting(_ names: [String], _ place: Int, _ number: Double) -> Self {
    Self(number)
  }

  @inlinable
  public static func noted(_ quantity: Self, _ name: String, _ note: ((String, Self) -> Self)?)
    -> Self
  {
    quantity
  }

  public static func element<R: VectorRule>(of rule: R.Type, _ x: [Self], at place: Self) -> Self {
    call(Pick.self, elements(of: rule, x, .none) + [place])
  }

  public var squared: Self { Self.call(Power.self, self, Self(2)) }

  /// A sum from left to right of numbers that are mostly constants, so that a formula can show the
  /// result.
  static func total(_ numbers: [Self]) -> Self {
    numbers.dropFirst().reduce(numbers.first ?? Self(0)) { $0 + $1 }
  }

  public static func .> (a: Self, b: Self) -> Condition { b .< a }
  public static func .>= (a: Self, b: Self) -> Condition { b .<= a }
  public static func indicator(_ condition: Condition) -> Self {
    choose(condition, Self(1), Self(0))
  }

  @inlinable public static func + (a: Self, b: Double) -> Self { a + Self(b) }
  @inlinable public static func + (a: Double, b: Self) -> Self { Self(a) + b }
  @inlinable public static func - (a: Self, b: Double) -> Self { a - Self(b) }
  @inlinable public static func - (a: Double, b: Self) -> Self { Self(a) - b }
  @inlinable public static func * (a: Self, b: Double) -> Self { a * Self(b) }
  @inlinable public static func * (a: Double, b: Self) -> Self { Self(a) * b }
  @inlinable public static func / (a: Self, b: Double) -> Self { a / Self(b) }
  @inlinable public static func / (a: Double, b: Self) -> Self { Self(a) / b }
  @inlinable public static func .< (a: Self, b: Double) -> Condition { a .< Self(b) }
  @inlinable public static func .<= (a: Self, b: Double) -> Condition { a .<= Self(b) }
  @inlinable public static func .> (a: Self, b: Double) -> Condition { a .> Self(b) }
  @inlinable public static func .>= (a: Self, b: Double) -> Condition { a .>= Self(b) }
  @inlinable public static func .== (a: Self, b: Double) -> Condition { a .== Self(b) }

  /// Another operator of one operand, with its settings at their defaults.
  public static func call<R: UnaryRule>(_ rule: R.Type, _ x: Self) -> Self {
    call(rule, x, R.defaultSettings)
  }

  /// Another operator of two operands, with its settings at their defaults.
  public static func call<R: BinaryRule>(_ rule: R.Type, _ a: Self, _ b: Self) -> Self {
    call(rule, a, b, R.defaultSettings)
  }

  /// Another operator of any number of operands, with its settings at their defaults.
  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Self]) -> Self {
    call(rule, x, R.defaultSettings)
  }
}
