import Autodiff
import Reporting

/// What the reference says about one word of the language, taken from its definition.
public struct ReferenceEntry: Sendable {
  /// What a word is.
  public enum Kind: String, Sendable {
    case verb, statement, function, symbol, constant
  }

  /// What it is.
  public var kind: Kind
  /// The word.
  public var name: String
  /// How it is written.
  public var usage: String
  /// One line about it.
  public var summary: String
  /// Under which heading it is listed.
  public var family: String
  /// Other words for the same.
  public var aliases: [String] = []
  /// Words and numbers that change what it does.
  public var settings: [Setting] = []
  /// What it computes, for a function or a symbol that is an operator; two if two share the name.
  var rules: [ReferenceRule] = []
  /// A program that uses it.
  public var example: String?

  /// A word or number that changes what something does.
  public struct Setting: Sendable {
    /// Its name.
    public var name: String
    /// What it is unless given; nil for an option of a verb.
    public var standard: String?
    /// What it does.
    public var meaning: String
  }
}

/// An operator's rule, in formulas of its operands and of its value `y`.
struct ReferenceRule: Sendable {
  /// The call or the symbol with the operands.
  var application: Formula
  /// What it computes; nil if it is not built from anything simpler.
  var definition: Formula?
  /// Each operand with the local derivative with respect to it, nil where nothing flows back.
  var derivatives: [(operand: String, formula: Formula?)]
  /// Where it is defined; nil if everywhere.
  var domain: String?
  /// Where it has no derivative, in words; nil if there is no such place.
  var kinks: String?

  init(_ id: OperatorID, operands: [String]) {
    let operation = Operators[id]
    let settings = operation.defaultSettings
    let formulas = operands.map { Formula($0) }
    application = Formula(id, formulas, settings)
    let definition = operation.definition(formulas, settings)
    let style = FormulaStyle(.names)
    self.definition = definition.text(style) == application.text(style) ? nil : definition
    let derived = operation.derivativeFormulas(formulas, Formula("y"), settings)
    derivatives = zip(operands, derived).map { (operand: $0, formula: $1) }
    domain = operation.domain
    kinks = ReferenceKinks(of: operation, operands: operands).words
  }
}
