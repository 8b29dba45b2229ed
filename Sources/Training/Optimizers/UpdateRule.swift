public import Autodiff

/// One optimizer that changes every parameter by itself, written once: the formula is computed and
/// is printed with its numbers in.
///
/// A conforming type is an enum without cases in a file of its own, listed in `Optimizers.all`.
public protocol UpdateRule: SendableMetatype {
  /// What the language calls it; PyTorch's name in small letters.
  static var name: String { get }
  /// One line for help and completion.
  static var summary: String { get }
  /// Where the formula comes from.
  static var source: String { get }
  /// Numbers that are chosen, each of which may follow a schedule; names and defaults are
  /// PyTorch's, but for `betas`, which are `beta1` and `beta2`. A setting with the words `false`
  /// and `true` is a switch and follows none.
  static var settings: [Setting] { get }
  /// What is remembered of every parameter from one step to the next, by its usual name: `m`, `v`.
  static func states(_ s: Settings) -> [String]
  /// What a state is before the first step; 0 unless the rule says otherwise.
  static func start(of state: String, _ s: Settings) -> Double
  /// The new parameter and its new states.
  static func update<N: Number>(_ given: Update<N>) -> Updated<N>
}

extension UpdateRule {
  public static func states(_ s: Settings) -> [String] { [] }
  public static func start(of state: String, _ s: Settings) -> Double { 0 }
}

/// What an update is computed from.
public struct Update<N: Number> {
  /// The parameter before.
  public let w: N
  /// Its gradient, after clipping.
  public let g: N
  /// Its states before, in the order the rule names them.
  public let states: [N]
  /// Which step it is, from 1.
  public let t: N
  /// The settings at this step, in the rule's order, as numbers of a formula.
  public let numbers: [N]
  /// The settings at this step as doubles, for switches and to leave out what is 0.
  public let settings: Settings
  /// Gives a quantity on the way its name: for doubles nothing happens, a formula is written down
  /// under that name and is known by it afterwards.
  public let named: (String, N) -> N

  /// An update from its parts.
  public init(
    w: N, g: N, states: [N], t: N, numbers: [N], settings: Settings,
    named: @escaping (String, N) -> N
  ) {
    self.w = w
    self.g = g
    self.states = states
    self.t = t
    self.numbers = numbers
    self.settings = settings
    self.named = named
  }
}

/// What an update gives.
public struct Updated<N: Number> {
  /// The parameter after.
  public let w: N
  /// The states after.
  public let states: [N]

  /// A result from its parts.
  public init(_ w: N, states: [N] = []) {
    self.w = w
    self.states = states
  }
}

/// An optimizer as the language sees it.
public final class Optimizer: Sendable {
  public let name: String
  public let summary: String
  public let source: String
  public let settings: [Setting]
  /// The names of the states, for some settings.
  public let states: @Sendable (Settings) -> [String]
  /// What a state is before the first step.
  public let start: @Sendable (String, Settings) -> Double
  /// Changes parameters and states in place: `states[k]` holds the k-th state of all parameters,
  /// `step` counts from 1.
  public let update:
    @Sendable (
      _ parameters: inout [Double], _ gradient: [Double], _ states: inout [[Double]], _ step: Int,
      Settings
    ) -> Void
  /// The update of one parameter as formulas.
  public let formulas: @Sendable (Update<Formula>) -> Updated<Formula>

  /// An optimizer from its rule.
  public init<R: UpdateRule>(_ rule: R.Type) {
    name = R.name
    summary = R.summary
    source = R.source
    settings = R.settings
    states = { R.states($0) }
    start = { R.start(of: $0, $1) }
    update = { Optimizer.apply(rule, &$0, $1, &$2, $3, $4) }
    formulas = { R.update($0) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }

  private static func apply<R: UpdateRule>(
    _ rule: R.Type, _ parameters: inout [Double], _ gradient: [Double], _ states: inout [[Double]],
    _ step: Int, _ settings: Settings
  ) {
    for index in parameters.indices {
      let updated = R.update(
        Update(
          w: parameters[index], g: gradient[index], states: states.map { $0[index] },
          t: Double(step), numbers: settings.values, settings: settings, named: { $1 }))
      parameters[index] = updated.w
      for place in states.indices { states[place][index] = updated.states[place] }
    }
  }
}
