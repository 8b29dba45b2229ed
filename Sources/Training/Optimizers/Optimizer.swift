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
  /// Computes so many parameters and states after a step from those before.
  private let compute: @Sendable (_ from: Before, _ to: After, _ step: Int, Settings) -> Void
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
    compute = { Optimizer.compute(rule, $0, $1, $2, $3) }
    formulas = { Optimizer.formulas(rule, $0) }
  }

  /// The settings nobody has changed.
  public var defaultSettings: Settings { Settings(settings.map(\.standard)) }

  /// What a step is computed from: parameters, their gradient, and states, the first of all
  /// parameters, then the second.
  private struct Before {
    let count: Int
    let stateCount: Int
    let parameters: UnsafePointer<Double>
    let gradient: UnsafePointer<Double>
    let states: UnsafePointer<Double>
  }

  /// Where a step puts parameters and states.
  private struct After {
    let parameters: UnsafeMutablePointer<Double>
    let states: UnsafeMutablePointer<Double>
  }

  /// Computes parameters and states after a step, which counts from 1, from those before; `states`
  /// holds the first state of all parameters, then the second, and so on.
  func update(
    from parameters: [Double], _ states: [Double], _ gradient: [Double],
    to newParameters: inout [Double], _ newStates: inout [Double], step: Int, _ settings: Settings
  ) {
    let count = min(parameters.count, gradient.count, newParameters.count)
    guard count > 0, states.count == newStates.count else { return }
    parameters.withUnsafeBufferPointer { parameters in
      gradient.withUnsafeBufferPointer { gradient in
        states.withUnsafeBufferPointer { states in
          newParameters.withUnsafeMutableBufferPointer { newParameters in
            newStates.withUnsafeMutableBufferPointer { newStates in
              guard let w = parameters.baseAddress, let g = gradient.baseAddress,
                let new = newParameters.baseAddress
              else { return }
              // Without states their places are never looked at.
              let before = Before(
                count: count, stateCount: states.count / count, parameters: w, gradient: g,
                states: states.baseAddress ?? w)
              let after = After(parameters: new, states: newStates.baseAddress ?? new)
              compute(before, after, step, settings)
            }
          }
        }
      }
    }
  }

  /// Changes parameters and states in place: `states[k]` holds the k-th state of all parameters.
  public func update(
    _ parameters: inout [Double], _ gradient: [Double], _ states: inout [[Double]], _ step: Int,
    _ settings: Settings
  ) {
    let (count, before, statesBefore) = (parameters.count, parameters, states.flatMap { $0 })
    var after = statesBefore
    update(
      from: before, statesBefore, gradient, to: &parameters, &after, step: step, settings)
    for place in states.indices {
      states[place] = Array(after[place * count..<(place + 1) * count])
    }
  }

  private static func compute<R: UpdateRule>(
    _ rule: R.Type, _ from: Before, _ to: After, _ step: Int, _ settings: Settings
  ) {
    let numbers = InlineArray<16, Double> { settings[$0] }
    // Eight parameters at a time, then one at a time; each is computed as it would be alone.
    let eights = from.count - from.count % Lanes.count
    if eights > 0 {
      var given = Update<Lanes>(stateCount: from.stateCount, step: step, settings: numbers)
      given.share(rule)
      for index in stride(from: 0, to: eights, by: Lanes.count) {
        given.w = Lanes(from.parameters + index)
        given.g = Lanes(from.gradient + index)
        for place in 0..<from.stateCount {
          given.states[place] = Lanes(from.states + place * from.count + index)
        }
        var next = given.states
        R.update(given, states: &next).store(to.parameters + index)
        for place in 0..<from.stateCount {
          next[place].store(to.states + place * from.count + index)
        }
      }
    }
    if eights < from.count {
      var given = Update<Double>(stateCount: from.stateCount, step: step, settings: numbers)
      given.share(rule)
      for index in eights..<from.count {
        given.w = from.parameters[index]
        given.g = from.gradient[index]
        for place in 0..<from.stateCount {
          given.states[place] = from.states[place * from.count + index]
        }
        var next = given.states
        to.parameters[index] = R.update(given, states: &next)
        for place in 0..<from.stateCount {
          to.states[place * from.count + index] = next[place]
        }
      }
    }
  }

  private static func formulas<R: UpdateRule>(_ rule: R.Type, _ given: Update<Formula>)
    -> Updated<Formula>
  {
    var given = given
    given.share(rule)
    var states = given.states
    let parameter = R.update(given, states: &states)
    return Updated(parameter, states: (0..<given.stateCount).map { states[$0] })
  }
}
