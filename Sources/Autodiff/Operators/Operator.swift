/// An operator as the engine sees it: a name, and rules it can call without knowing which.
public final class Operator: Sendable {
  /// What the language calls it.
  public let name: String
  /// What it is called in a formula, which can be typed again.
  public let word: String
  /// Other names the language knows it by.
  public let aliases: [String]
  /// One line for help and completion.
  public let summary: String
  /// Where it is defined; nil if everywhere.
  public let domain: Domain?
  /// How it is written.
  public let notation: Notation
  /// How its operands are written.
  public let layout: Layout
  /// Its settings, in the order `Settings` holds them.
  public let settings: [Setting]
  /// Points at which finite differences must agree.
  public let samples: [[Double]]
  /// True where the gradient stops.
  public let stopsGradient: Bool
  /// True where a local derivative of zero means that nothing is sent at all.
  public let routes: Bool
  /// What to write where it makes nan or infinity of finite numbers.
  public let remedy: @Sendable (Trouble) -> String?
  /// How it meets vectors and matrices.
  public let arrangement: Arrangement
  /// How many operands it takes.
  public let operandCount: ClosedRange<Int>
  /// All elements at once, for an operator from vector to vector whose node is one element.
  public let elements: Elements?
  /// Computes all elements of a vector from all of another; the two may be in one place.
  public typealias Elements =
    @Sendable (UnsafeBufferPointer<Double>, _ into: UnsafeMutableBufferPointer<Double>) -> Void
  /// Whether some point of a box of operands has no derivative.
  public let hasKink: @Sendable (_ box: [ClosedRange<Double>], _ settings: Settings) -> Bool
  /// Its value and derivatives over each kind of number.
  let body: Body
  /// What identifies the rule it was made from.
  let identity: ObjectIdentifier

  /// The rules with the kind of number filled in; one case for each number of operands, so that
  /// the common ones need no list.
  enum Body: Sendable {
    case unary(UnaryBody)
    case binary(BinaryBody)
    case variadic(VariadicBody)
  }

  struct UnaryBody: Sendable {
    let kernel: UnaryKernel
    let value: @Sendable (Double, Settings) -> Double
    let derivative: @Sendable (Double, Double, Settings) -> Double
    let definition: @Sendable (Formula, Settings) -> Formula
    let derivativeFormula: @Sendable (Formula, Formula, Settings) -> Formula
    let derivativeGraph: @Sendable (GraphNumber, GraphNumber, Settings) -> GraphNumber
  }

  struct BinaryBody: Sendable {
    let kernel: BinaryKernel
    let value: @Sendable (Double, Double, Settings) -> Double
    let derivativeA: @Sendable (Double, Double, Double, Settings) -> Double
    let derivativeB: @Sendable (Double, Double, Double, Settings) -> Double
    let definition: @Sendable (Formula, Formula, Settings) -> Formula
    let derivativeFormulaA: @Sendable (Formula, Formula, Formula, Settings) -> Formula
    let derivativeFormulaB: @Sendable (Formula, Formula, Formula, Settings) -> Formula
    let derivativeGraphA: @Sendable (GraphNumber, GraphNumber, GraphNumber, Settings) -> GraphNumber
    let derivativeGraphB: @Sendable (GraphNumber, GraphNumber, GraphNumber, Settings) -> GraphNumber
  }

  struct VariadicBody: Sendable {
    let value: @Sendable ([Double], Settings) -> Double
    let derivatives: @Sendable ([Double], Double, Settings) -> [Double?]
    let derivativesOfLanes: @Sendable ([Lanes], Lanes, Settings) -> [Lanes?]
    let definition: @Sendable ([Formula], Settings) -> Formula
    let derivativeFormulas: @Sendable ([Formula], Formula, Settings) -> [Formula?]
    let derivativeGraphs: @Sendable ([GraphNumber], GraphNumber, Settings) -> [GraphNumber?]
  }

  /// An operator of one operand from its rule.
  public convenience init<R: UnaryRule>(_ rule: R.Type) {
    self.init(
      describedBy: rule, operandCount: 1...1,
      body: .unary(
        UnaryBody(
          kernel: UnaryKernel(rule),
          value: { R.compute($0, $1) },
          derivative: { R.derivative($0, $1, $2) },
          definition: { R.value($0, $1) },
          derivativeFormula: { R.derivative($0, $1, $2) },
          derivativeGraph: { R.derivative($0, $1, $2) })))
  }

  /// An operator of two operands from its rule.
  public convenience init<R: BinaryRule>(_ rule: R.Type) {
    self.init(
      describedBy: rule, operandCount: 2...2,
      body: .binary(
        BinaryBody(
          kernel: BinaryKernel(rule),
          value: { R.compute($0, $1, $2) },
          derivativeA: { R.derivativeA($0, $1, $2, $3) },
          derivativeB: { R.derivativeB($0, $1, $2, $3) },
          definition: { R.value($0, $1, $2) },
          derivativeFormulaA: { R.derivativeA($0, $1, $2, $3) },
          derivativeFormulaB: { R.derivativeB($0, $1, $2, $3) },
          derivativeGraphA: { R.derivativeA($0, $1, $2, $3) },
          derivativeGraphB: { R.derivativeB($0, $1, $2, $3) })))
  }

  /// An operator of any number of operands from its rule.
  public convenience init<R: VariadicRule>(_ rule: R.Type) {
    self.init(
      describedBy: rule, operandCount: R.operandCount, body: Operator.variadic(rule))
  }

  /// An operator from vector to vector from its rule.
  public convenience init<R: VectorRule>(_ rule: R.Type) {
    self.init(
      describedBy: rule, operandCount: R.operandCount, body: Operator.variadic(rule),
      elements: { R.compute($0, into: $1) })
  }

  private static func variadic<R: VariadicRule>(_ rule: R.Type) -> Body {
    .variadic(
      VariadicBody(
        value: { R.compute($0, $1) },
        derivatives: { R.derivatives($0, $1, $2) },
        derivativesOfLanes: { R.derivatives($0, $1, $2) },
        definition: { R.value($0, $1) },
        derivativeFormulas: { R.derivatives($0, $1, $2) },
        derivativeGraphs: { R.derivatives($0, $1, $2) }))
  }

  private init<R: OperatorRule>(
    describedBy rule: R.Type, operandCount: ClosedRange<Int>, body: Body,
    elements: Elements? = nil
  ) {
    name = R.name
    word = R.word
    aliases = R.aliases
    summary = R.summary
    domain = R.domain
    notation = R.notation
    layout = R.layout
    settings = R.settings
    samples = R.samples
    stopsGradient = R.stopsGradient
    routes = R.routes
    remedy = { R.remedy(for: $0) }
    arrangement = R.arrangement
    hasKink = { R.hasKink(in: $0, $1) }
    identity = ObjectIdentifier(R.self)
    self.operandCount = operandCount
    self.elements = elements
    self.body = body
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }
}
