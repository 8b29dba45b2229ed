/// With formulas a rule writes itself down.
extension Formula: Number {
  public init(_ constant: Double) {
    tree = .constant(constant)
    number = constant
  }

  public static func + (a: Formula, b: Formula) -> Formula { binary(Add.self, a, b) }
  public static func - (a: Formula, b: Formula) -> Formula {
    let difference = binary(Subtract.self, a, b)
    guard a.constant == 0, b.constant == nil else { return difference }
    return Formula(tree: (-b).tree, number: difference.number)
  }
  public static func * (a: Formula, b: Formula) -> Formula { binary(Multiply.self, a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { binary(Divide.self, a, b) }

  public static func setting(_ names: [String], _ place: Int, _ number: Double) -> Formula {
    names.indices.contains(place) ? Formula(names[place], number) : Formula(number)
  }

  public static func noted(
    _ quantity: Formula, _ name: String, _ note: ((String, Formula) -> Formula)?
  ) -> Formula {
    note?(name, quantity) ?? quantity
  }

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

  public static func .> (a: Formula, b: Formula) -> Condition {
    condition(Greater.self, a, b) { $0 > $1 }
  }

  public static func .>= (a: Formula, b: Formula) -> Condition {
    condition(GreaterOrEqual.self, a, b) { $0 >= $1 }
  }

  public static func .== (a: Formula, b: Formula) -> Condition {
    condition(Equal.self, a, b) { $0 == $1 }
  }

  public static func indicator(_ condition: Condition) -> Formula {
    condition.outcome.map { Formula($0 ? 1 : 0) } ?? Formula(tree: condition.tree, number: nil)
  }

  public static func named(_ name: String, _ constant: Double) -> Formula {
    Formula(tree: .named(name, constant), number: constant)
  }

  public static func usually(
    _ usual: @autoclosure () -> Formula, unless condition: Condition,
    _ special: @autoclosure () -> Formula
  ) -> Formula {
    condition.outcome == true ? special() : usual()
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
    withoutTrifle(rule, (a, a.constant), (b, b.constant))
      ?? Formula(Operators.id(of: rule), [a, b], settings)
  }

  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [Formula], _ settings: Settings)
    -> Formula
  {
    pickedElement(rule, x, place: \.number) ?? Formula(Operators.id(of: rule), x, settings)
  }

  public static func elements<R: VectorRule>(
    of rule: R.Type, _ x: [Formula], _ settings: Settings
  ) -> [Formula] {
    let numbers = x.compactMap(\.number)
    let values = numbers.count == x.count ? R.elements(numbers) : nil
    let (id, operands) = (Operators.id(of: rule), x.map(\.tree))
    return x.indices.map { index in
      // Where the numbers are known, an element is its own number.
      let tree = Formula.Tree.application(id, operands, R.settings(element: index + 1))
      return Formula(
        tree: values.map { .quantity(tree, $0[index]) } ?? tree, number: values?[index])
    }
  }

  /// The number, if the rule itself contains it.
  private var constant: Double? {
    if case .constant(let number) = tree { number } else { nil }
  }

  /// A formula of two others; two constants are computed at once, so that a rule b·x^(b − 1) reads
  /// 3·x² where the program says x^3.
  private static func binary<R: BinaryRule>(_ rule: R.Type, _ a: Formula, _ b: Formula) -> Formula {
    if let left = a.constant, let right = b.constant {
      return Formula(R.compute(left, right, .none))
    }
    return call(rule, a, b, .none)
  }

  private static func condition<R: BinaryRule>(
    _ rule: R.Type, _ a: Formula, _ b: Formula, _ compare: (Double, Double) -> Bool
  ) -> Condition {
    let tree = Tree.application(Operators.id(of: rule), [a.tree, b.tree], .none)
    guard let left = a.number, let right = b.number else {
      return Condition(tree: tree, outcome: nil)
    }
    return Condition(tree: tree, outcome: compare(left, right))
  }
}
