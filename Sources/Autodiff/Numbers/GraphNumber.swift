/// With graph numbers a rule builds nodes: those of a derivative, or of a loss.
///
/// Constants stay outside the graph and are computed with at once; so are the trivial products by
/// one, which change no bit.
public struct GraphNumber {
  /// A node, or a number the rule contains.
  enum Content {
    case node(NodeID)
    case constant(Double)
  }

  let content: Content
  /// The graph that is added to; nil only for a constant.
  let builder: DerivativeBuilder?

  init(_ node: NodeID, in builder: DerivativeBuilder) {
    let isConstant = builder.graph.isConstant(node)
    content = isConstant ? .constant(builder.graph.value(of: node)) : .node(node)
    self.builder = isConstant ? nil : builder
  }

  /// A node that stays one, even if it is a constant.
  init(keeping node: NodeID, in builder: DerivativeBuilder) {
    content = .node(node)
    self.builder = builder
  }

  public init(_ constant: Double) {
    content = .constant(constant)
    builder = nil
  }

  var constant: Double? {
    if case .constant(let number) = content { number } else { nil }
  }

  /// A comparison: decided, if both sides are constants, or a node that is 1 or 0.
  public struct Condition {
    enum Outcome {
      case decided(Bool)
      case node(GraphNumber)
    }

    let outcome: Outcome
  }

  /// A node of an operator over numbers of which at least one is a node.
  static func apply(_ id: OperatorID, _ operands: [GraphNumber], _ settings: Settings = .none)
    -> GraphNumber
  {
    guard let builder = operands.lazy.compactMap(\.builder).first else {
      return GraphNumber(Operators[id].value(operands.map { $0.constant ?? .nan }, settings))
    }
    return GraphNumber(
      builder.append(id, operands.map { builder.node(for: $0) }, settings), in: builder)
  }
}

extension GraphNumber: Number {
  public static func + (a: GraphNumber, b: GraphNumber) -> GraphNumber {
    apply(Operators.id(of: Add.self), [a, b])
  }

  public static func - (a: GraphNumber, b: GraphNumber) -> GraphNumber {
    call(Subtract.self, a, b, .none)
  }

  public static func * (a: GraphNumber, b: GraphNumber) -> GraphNumber {
    call(Multiply.self, a, b, .none)
  }

  public static func / (a: GraphNumber, b: GraphNumber) -> GraphNumber {
    call(Divide.self, a, b, .none)
  }

  public static prefix func - (a: GraphNumber) -> GraphNumber {
    apply(Operators.id(of: Negate.self), [a])
  }

  public static func .< (a: GraphNumber, b: GraphNumber) -> Condition {
    compare(Less.self, a, b)
  }

  public static func .<= (a: GraphNumber, b: GraphNumber) -> Condition {
    compare(LessOrEqual.self, a, b)
  }

  public static func .== (a: GraphNumber, b: GraphNumber) -> Condition {
    compare(Equal.self, a, b)
  }

  public static func choose(
    _ condition: Condition, _ yes: @autoclosure () -> GraphNumber,
    _ no: @autoclosure () -> GraphNumber
  ) -> GraphNumber {
    switch condition.outcome {
    case .decided(let outcome): outcome ? yes() : no()
    case .node(let test): apply(Operators.id(of: Where.self), [test, yes(), no()])
    }
  }

  public static func indicator(_ condition: Condition) -> GraphNumber {
    switch condition.outcome {
    case .decided(let outcome): GraphNumber(outcome ? 1 : 0)
    case .node(let test): test
    }
  }

  public static func call<R: UnaryRule>(_ rule: R.Type, _ x: GraphNumber, _ settings: Settings)
    -> GraphNumber
  {
    apply(Operators.id(of: rule), [x], settings)
  }

  public static func call<R: BinaryRule>(
    _ rule: R.Type, _ a: GraphNumber, _ b: GraphNumber, _ settings: Settings
  ) -> GraphNumber {
    withoutTrifle(rule, (a, a.constant), (b, b.constant))
      ?? apply(Operators.id(of: rule), [a, b], settings)
  }

  public static func call<R: VariadicRule>(_ rule: R.Type, _ x: [GraphNumber], _ settings: Settings)
    -> GraphNumber
  {
    pickedElement(rule, x, place: \.constant) ?? apply(Operators.id(of: rule), x, settings)
  }

  public static func elements<R: VectorRule>(
    of rule: R.Type, _ x: [GraphNumber], _ settings: Settings
  ) -> [GraphNumber] {
    guard let builder = x.lazy.compactMap(\.builder).first else {
      return R.elements(x.map { $0.constant ?? .nan }).map { GraphNumber($0) }
    }
    let operands = x.map { builder.node(for: $0) }
    return builder.elements(of: Operators.id(of: rule), operands, R.settings(element:))
      .map { GraphNumber($0, in: builder) }
  }

  public static func element<R: VectorRule>(
    of rule: R.Type, _ x: [GraphNumber], at place: GraphNumber
  ) -> GraphNumber {
    guard let number = place.constant, let known = Int(exactly: number), 1..<(x.count + 1) ~= known
    else { return call(Pick.self, elements(of: rule, x, .none) + [place]) }
    return call(rule, x, R.settings(element: known))
  }

  private static func compare<R: BinaryRule>(_ rule: R.Type, _ a: GraphNumber, _ b: GraphNumber)
    -> Condition
  {
    let test = apply(Operators.id(of: rule), [a, b])
    return Condition(outcome: test.constant.map { .decided($0 != 0) } ?? .node(test))
  }
}
