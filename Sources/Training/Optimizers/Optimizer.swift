public import Autodiff

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
  /// Why some settings cannot be chosen together, as a sentence; nil if they can.
  public let conflict: @Sendable (Settings) -> String?
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
    conflict = { R.conflict($0) }
    update = { Optimizer.apply(rule, &$0, $1, &$2, $3, $4) }
    formulas = { Optimizer.formulas(rule, $0) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }

  private static func apply<R: UpdateRule>(
    _ rule: R.Type, _ parameters: inout [Double], _ gradient: [Double], _ states: inout [[Double]],
    _ step: Int, _ settings: Settings
  ) {
    var given = Update<Double>(
      w: 0, g: 0, states: states.map { _ in 0 }, t: Double(step), numbers: settings.values,
      settings: settings)
    given.shared = R.shared(given)
    var after = given.states
    for index in parameters.indices {
      given.w = parameters[index]
      given.g = gradient[index]
      for place in states.indices { given.states[place] = states[place][index] }
      parameters[index] = R.update(given, states: &after)
      for place in states.indices { states[place][index] = after[place] }
    }
  }

  private static func formulas<R: UpdateRule>(_ rule: R.Type, _ given: Update<Formula>)
    -> Updated<Formula>
  {
    var given = given
    given.shared = R.shared(given)
    var states = given.states
    let parameter = R.update(given, states: &states)
    return Updated(parameter, states: states)
  }
}
