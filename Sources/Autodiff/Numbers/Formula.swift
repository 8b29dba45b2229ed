/// A rule written down: a tree that can be printed with names or with the numbers in.
///
/// Where the numbers are known, a formula follows only the branch that was computed; where they
/// are not, as on a reference page, it shows every branch with its condition.
public struct Formula: Sendable {
  /// What a formula is made of.
  public indirect enum Tree: Sendable {
    /// Something with a name; its number is nil on a reference page.
    case variable(String, Double?)
    /// Something without a name, known by the expression that computes it.
    case quantity(Tree, Double)
    /// A number the rule itself contains.
    case constant(Double)
    /// An operator applied to operands.
    case application(OperatorID, [Tree], Settings)
    /// One of two formulas, by a condition whose outcome is not known.
    case branches(if: Tree, then: Tree, otherwise: Tree)
  }

  /// How it is made.
  public let tree: Tree
  /// The number it stands for, if known.
  public let number: Double?

  /// Something with a name, and its number if known.
  public init(_ name: String, _ number: Double? = nil) {
    tree = .variable(name, number)
    self.number = number
  }

  /// Something without a name that stands for its value, known by the expression it comes from.
  init(quantity expression: Formula, _ number: Double) {
    tree = .quantity(expression.tree, number)
    self.number = number
  }

  /// An operator applied to operands.
  public init(_ id: OperatorID, _ operands: [Formula], _ settings: Settings = .none) {
    tree = .application(id, operands.map(\.tree), settings)
    let numbers = operands.compactMap(\.number)
    number =
      numbers.count == operands.count ? Operators[id].value(numbers, settings) : nil
  }

  /// Whether it is the number 1, which changes nothing as a factor.
  public var isOne: Bool {
    if case .constant(1) = tree { true } else { false }
  }

  private init(tree: Tree, number: Double?) {
    self.tree = tree
    self.number = number
  }

  /// A comparison: its formula, and its outcome if the numbers are known.
  public struct Condition: Sendable {
    let tree: Tree
    let outcome: Bool?
  }
}

extension Formula: Number {
  public init(_ constant: Double) {
    tree = .constant(constant)
    number = constant
  }

  public static func + (a: Formula, b: Formula) -> Formula { binary(Add.self, a, b) }
  public static func - (a: Formula, b: Formula) -> Formula { binary(Subtract.self, a, b) }
  public static func * (a: Formula, b: Formula) -> Formula { binary(Multiply.self, a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { binary(Divide.self, a, b) }

  public static prefix func - (a: Formula) -> Formula {
    if case .constant(let number) = a.tree { return Formula(-number) }
    return Formula(Operators.id(of: Negate.self), [a])
  }

  public static func .< (a: Formula, b: Formula) -> Condition {
    condition(Less.self, a, b) { $0 < $1 }
  }

  public static func .<= (a: Formula, b: Formula) -> Condition {
    condition(LessOrEqual.self, a, b) { $0 <= $1 }
  }

  public static func .== (a: Formula, b: Formula) -> Condition {
    condition(Equal.self, a, b) { $0 == $1 }
  }

  public static func choose(
    _ condition: Condition, _ yes: @autoclosure () -> Formula, _ no: @autoclosure () -> Formula
  ) -> Formula {
    if let outcome = condition.outcome { return outcome ? yes() : no() }
    return Formula(
      tree: .branches(if: condition.tree, then: yes().tree, otherwise: no().tree), number: nil)
  }

  public static func call<R: UnaryRule>(_ rule: R.Type, _ x: Formula, _ settings: Settings)
    -> Formula
  {
    Formula(Operators.id(of: rule), [x], settings)
  }

  public static func call<R: BinaryRule>(
    _ rule: R.Type, _ a: Formula, _ b: Formula, _ settings: Settings
  ) -> Formula {
    Formula(Operators.id(of: rule), [a, b], settings)
  }

  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Formula], _ settings: Settings)
    -> Formula
  {
    Formula(Operators.id(of: rule), x, settings)
  }

  /// A formula of two others; two constants are computed at once, so that a rule b·x^(b − 1) reads
  /// 3·x² where the program says x^3.
  private static func binary<R: BinaryRule>(_ rule: R.Type, _ a: Formula, _ b: Formula) -> Formula {
    if case .constant(let left) = a.tree, case .constant(let right) = b.tree {
      return Formula(R.compute(left, right, .none))
    }
    return Formula(Operators.id(of: rule), [a, b])
  }

  private static func condition<R: BinaryRule>(
    _ rule: R.Type, _ a: Formula, _ b: Formula, _ compare: (Double, Double) -> Bool
  ) -> Condition {
    let formula = binary(rule, a, b)
    guard let left = a.number, let right = b.number else {
      return Condition(tree: formula.tree, outcome: nil)
    }
    return Condition(tree: formula.tree, outcome: compare(left, right))
  }
}
