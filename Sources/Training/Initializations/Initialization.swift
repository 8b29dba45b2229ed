public import Autodiff

/// How the weights of a layer begin, written once: the formula is computed and is printed.
///
/// A conforming type is an enum without cases, listed in `Initialization.all`.
public protocol InitializationRule: SendableMetatype {
  /// The word after `init=`; PyTorch's function without its underscores, where it is short.
  static var name: String { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where it comes from.
  static var source: String { get }
  /// Numbers that are chosen.
  static var settings: [Setting] { get }
  /// Why the settings do not go together; nil if they do.
  static func conflict(_ s: Settings) -> String?
  /// What is drawn for every weight.
  static var chance: Initialization.Chance { get }
  /// One weight, from the numbers of inputs and outputs of its layer and what was drawn for it.
  static func weight<N: Number>(inputs: N, outputs: N, drawn: N, _ settings: [N]) -> N
}

extension InitializationRule {
  public static var settings: [Setting] { [] }
  public static func conflict(_ s: Settings) -> String? { nil }
}

/// How the weights of a layer begin, as the language sees it.
public struct Initialization: Sendable {
  /// What is drawn for a weight.
  public enum Chance: Sendable {
    /// Nothing.
    case none
    /// A number from 0 up to but not including 1, called u.
    case uniform
    /// A number from the normal distribution with mean 0 and deviation 1, called z.
    case normal
  }

  public let name: String
  public let summary: String
  public let source: String
  public let settings: [Setting]
  public let chance: Chance
  /// Why settings do not go together; nil if they do.
  public let conflict: @Sendable (Settings) -> String?
  /// One weight, from the settings, the inputs and outputs of the layer, and a draw.
  public let number:
    @Sendable (Settings, _ inputs: Int, _ outputs: Int, RandomSource.Draw, _ place: Int) -> Double
  /// The same as a formula of the settings, `inputs`, `outputs`, and `u` or `z`.
  public let formula: @Sendable () -> Formula

  /// A way to begin from its rule.
  public init<R: InitializationRule>(_ rule: R.Type) {
    name = R.name
    summary = R.summary
    source = R.source
    settings = R.settings
    chance = R.chance
    conflict = { R.conflict($0) }
    number = { settings, inputs, outputs, draw, place in
      let drawn =
        switch R.chance {
        case .none: 0.0
        case .uniform: draw.uniform(place)
        case .normal: draw.normal(place)
        }
      return R.weight(
        inputs: Double(inputs), outputs: Double(outputs), drawn: drawn, settings.values)
    }
    formula = {
      R.weight(
        inputs: Formula("inputs"), outputs: Formula("outputs"),
        drawn: Formula(R.chance == .normal ? "z" : "u"), R.settings.map { Formula($0.name) })
    }
  }

  /// All of them, in the order of help.
  public static let all: [Initialization] = [
    Initialization(Zeros.self), Initialization(Ones.self), Initialization(Normal.self),
    Initialization(Uniform.self), Initialization(Xavier.self), Initialization(He.self), byDefault,
  ]

  /// PyTorch's for a linear layer, whose biases begin in the same way.
  public static let byDefault = Initialization(LinearDefault.self)

  /// The one of that name.
  public static func named(_ name: String) -> Initialization? { all.first { $0.name == name } }
}
