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
    /// A number the rule contains that has a name.
    case named(String, Double)
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

  /// Whether it is something's own number, and not computed from others: a name, or an expression
  /// that stands for its value.
  public var isQuantity: Bool {
    switch tree {
    case .variable, .quantity: true
    default: false
    }
  }

  /// Whether it is a number that the rule or the program contains.
  public var isConstant: Bool {
    if case .constant = tree { true } else { false }
  }

  /// The same with the other sign, written without a sign more: b − a for a − b.
  public var opposite: Formula {
    switch tree {
    case .constant(let number): return Formula(-number)
    case .application(let id, let operands, let settings):
      if id == Operators.id(of: Negate.self) {
        return Formula(tree: operands[0], number: number.map(-))
      }
      if id == Operators.id(of: Subtract.self) {
        return Formula(
          tree: .application(id, operands.reversed(), settings), number: number.map(-))
      }
      return -self
    default: return -self
    }
  }

  init(tree: Tree, number: Double?) {
    self.tree = tree
    self.number = number
  }

  /// A comparison: its formula, and its outcome if the numbers are known.
  public struct Condition: Sendable {
    let tree: Tree
    let outcome: Bool?
  }
}
