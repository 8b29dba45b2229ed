import Autodiff
import Reporting

/// What the reference says about one word of the language, taken from its definition.
public struct ReferenceEntry: Sendable {
  /// What a word is.
  public enum Kind: String, Sendable {
    case verb, statement, function, symbol, constant
    case loss, layer, optimizer, schedule, clip, initialization, stop, record, setting
    case diagnosis
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
  /// Other ways to write it, or its parts, each with what it means.
  public var forms: [Form] = []
  /// What else there is to know, a sentence each.
  public var notes: [String] = []
  /// What it computes, for a function or a symbol that is an operator; two if two share the name.
  var rules: [ReferenceRule] = []
  /// What it computes, for everything else that has a formula.
  var formulas: [FormulaGroup] = []
  /// Where it comes from.
  public var source: String?
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
    /// What it may be: `at least 0`, `mean, sum or none`; nil if any number, or no number at all.
    public var allowed: String?
  }

  /// A way to write something.
  public struct Form: Sendable {
    /// How it is written.
    public var usage: String
    /// What it means.
    public var meaning: String
  }
}

extension ReferenceEntry.Setting {
  /// A number or word of a rule.
  init(_ setting: Autodiff.Setting) {
    name = setting.name
    standard = setting.standard.isNaN ? nil : setting.standardText
    meaning = setting.meaning
    if let last = setting.words.last {
      allowed = setting.words.dropLast().joined(separator: ", ") + " or " + last
    } else if setting.allowed != -.infinity ... .infinity {
      allowed = ProgramProblem.bounds(setting.allowed) + (setting.isWhole ? ", whole" : "")
    }
  }

  /// Something given by name that is no number.
  init(name: String, meaning: String) {
    self.init(name: name, standard: nil, meaning: meaning, allowed: nil)
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
    domain = operation.domain?.words
    kinks = ReferenceKinks(of: operation, operands: operands).words
  }
}
