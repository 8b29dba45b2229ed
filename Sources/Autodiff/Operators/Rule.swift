/// One operator, written once: everything that is shown, computed, checked or tested about it
/// comes from here.
///
/// A conforming type is an enum without cases in a file of its own; `UnaryRule`, `BinaryRule` and
/// `VariadicRule` say what to write for one, two, or any number of operands.
public protocol OperatorRule: SendableMetatype {
  /// What the language calls it; PyTorch's name where PyTorch has one.
  static var name: String { get }
  /// What it is called in a formula; its name unless stated.
  static var word: String { get }
  /// Other names the language knows it by.
  static var aliases: [String] { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where it is defined; nil if everywhere.
  static var domain: Domain? { get }
  /// How it is written in a formula; also the parser's precedence of an infix symbol.
  static var notation: Notation { get }
  /// How its operands are written.
  static var layout: Layout { get }
  /// Numbers that are chosen, not computed, such as a slope; by name, with their defaults.
  static var settings: [Setting] { get }
  /// Operands at which finite differences must agree with the derivatives, a list for each point.
  static var samples: [[Double]] { get }
  /// Whether some point of this box has no derivative: a corner, a jump, or a tie.
  static func hasKink(in box: [ClosedRange<Double>], _ settings: Settings) -> Bool
  /// True where the value passes on and the gradient stops, as in `detach`.
  static var stopsGradient: Bool { get }
  /// True where a local derivative of zero means that nothing is sent at all, as in `where`, so
  /// that no infinity of a branch not taken can spoil the result.
  static var routes: Bool { get }
  /// What to write where it makes nan or infinity of finite numbers; nil where there is nothing to
  /// say of this operator alone.
  static func remedy(for trouble: Trouble) -> String?
  /// How it meets vectors and matrices.
  static var arrangement: Operator.Arrangement { get }
}

extension OperatorRule {
  public static var word: String { name }
  public static var aliases: [String] { [] }
  public static var domain: Domain? { nil }
  public static var notation: Notation { .call }
  public static var layout: Layout { .separate }
  public static var settings: [Setting] { [] }
  public static var stopsGradient: Bool { false }
  public static var routes: Bool { false }

  /// Nothing that is special to the operator.
  public static func remedy(for trouble: Trouble) -> String? { nil }

  /// Without kinks, unless the rule says otherwise.
  public static func hasKink(in box: [ClosedRange<Double>], _ settings: Settings) -> Bool { false }

  /// The settings nobody has changed.
  public static var defaultSettings: Settings {
    settings.isEmpty ? .none : Settings(settings.map(\.standard))
  }
}

/// An operator of one operand.
public protocol UnaryRule: OperatorRule {
  /// The value as a formula of x.
  static func value<N: Number>(_ x: N, _ s: Settings) -> N
  /// The local derivative dy/dx as a formula of x and of the value y.
  static func derivative<N: Number>(_ x: N, _ y: N, _ s: Settings) -> N
  /// The value as a double; an elementary function states it here and has no formula.
  static func compute(_ x: Double, _ s: Settings) -> Double
}

extension UnaryRule {
  public static var arrangement: Operator.Arrangement { .elementwise(1) }
  public static func compute(_ x: Double, _ s: Settings) -> Double { value(x, s) }
}

/// A function of one operand that is not built from others, such as `exp`.
public protocol ElementaryRule: UnaryRule {}

extension ElementaryRule {
  public static func value<N: Number>(_ x: N, _ s: Settings) -> N { N.call(Self.self, x, s) }
}

/// An operator of two operands.
public protocol BinaryRule: OperatorRule {
  /// The value as a formula of a and b.
  static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N
  /// The local derivative dy/da.
  static func derivativeA<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N
  /// The local derivative dy/db.
  static func derivativeB<N: Number>(_ a: N, _ b: N, _ y: N, _ s: Settings) -> N
  /// The value as a double.
  static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double
}

extension BinaryRule {
  public static var arrangement: Operator.Arrangement { .elementwise(2) }
  public static func compute(_ a: Double, _ b: Double, _ s: Settings) -> Double { value(a, b, s) }
}

/// A function of two operands that is not built from others, such as `atan2`.
public protocol ElementaryBinaryRule: BinaryRule {}

extension ElementaryBinaryRule {
  public static func value<N: Number>(_ a: N, _ b: N, _ s: Settings) -> N {
    N.call(Self.self, a, b, s)
  }
}

/// An operator of any number of operands, such as `sum`.
public protocol VariadicRule: OperatorRule {
  /// How many operands it takes.
  static var operandCount: ClosedRange<Int> { get }
  /// The value as a formula of the operands.
  static func value<N: Number>(_ x: [N], _ s: Settings) -> N
  /// The local derivative with respect to each operand; nil where nothing is sent to it.
  static func derivatives<N: Number>(_ x: [N], _ y: N, _ s: Settings) -> [N?]
  /// The value as a double.
  static func compute(_ x: [Double], _ s: Settings) -> Double
}

extension VariadicRule {
  public static var arrangement: Operator.Arrangement {
    operandCount.upperBound > 3 ? .all : .elementwise(operandCount.upperBound)
  }
  public static var operandCount: ClosedRange<Int> { 1...Int.max }
  public static var layout: Layout { operandCount.upperBound > 3 ? .list : .separate }
  public static func compute(_ x: [Double], _ s: Settings) -> Double { value(x, s) }
}
