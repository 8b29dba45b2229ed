public import Autodiff
public import Reporting

/// Turns gradients into new parameters, step after step: penalties, clipping, the optimizer, and
/// clipping of the weights.
public final class Updating {
  /// What makes a step.
  public enum Method {
    /// A rule that changes every parameter by itself.
    case rule(Optimizer)
    /// The learner's own rule: parameters, gradient, states and step, to parameters and states.
    case own(states: Int, OwnRule)
    /// A method that looks at the loss as a whole.
    case objective(any ObjectiveMethod)
  }

  /// The learner's own rule for all parameters at once.
  public typealias OwnRule = (
    _ parameters: inout [Double], _ gradient: [Double], _ states: inout [[Double]], _ step: Int,
    _ settings: Settings
  ) throws(Diagnostic) -> Void

  /// A clip and its bound.
  public struct Clipping {
    public let clip: Clip
    public let settings: ScheduledSettings

    /// A clip with its settings.
    public init(_ clip: Clip, _ settings: ScheduledSettings) {
      self.clip = clip
      self.settings = settings
    }
  }

  public private(set) var method: Method
  public let settings: ScheduledSettings
  public let clip: Clipping?
  public let clipWeights: Clipping?
  public let l1: SettingValue
  public let l2: SettingValue
  /// The parameters as they are now.
  public private(set) var parameters: Parameters
  private var states: [[Double]] = []
  /// What the states of a rule are called; nil before the first step.
  private var stateNames: [String]?
  /// How many steps were made.
  public private(set) var done = 0
  /// The last step, to be explained.
  public private(set) var last: UpdateRecord?

  /// A beginning: no step made, no moment gathered.
  public init(
    _ parameters: Parameters, _ method: Method, _ settings: ScheduledSettings,
    clip: Clipping? = nil, clipWeights: Clipping? = nil, l1: SettingValue = .number(0),
    l2: SettingValue = .number(0)
  ) {
    self.parameters = parameters
    self.method = method
    self.settings = settings
    self.clip = clip
    self.clipWeights = clipWeights
    self.l1 = l1
    self.l2 = l2
  }

  /// The learning rate of the next step; nan where there is none.
  public func rate() throws(Diagnostic) -> Double {
    guard let place = settings.settings.firstIndex(where: { $0.name == "lr" }) else { return .nan }
    return try settings.values[place].value(after: done)
  }

  /// Tells everything on a plateau the loss after one more epoch.
  public func observe(_ loss: Double) {
    for settings in [settings, clip?.settings, clipWeights?.settings] { settings?.observe(loss) }
    l1.observe(loss)
    l2.observe(loss)
  }

  /// What the penalties add to the loss and, as what stands at the parameters before anything
  /// else arrives, to the gradient; nil without penalties.
  ///
  /// The loss is the data's + l1·Σ|w| + ½·l2·Σw² over the weights, so the last comes first.
  public func penalty(at values: [Double]) throws(Diagnostic) -> (loss: Double, gradient: [Double])?
  {
    let first = try l1.value(after: done)
    let second = try l2.value(after: done)
    guard first != 0 || second != 0 else { return nil }
    let weights = parameters.tensors.filter(\.isWeight).flatMap { Array($0.places) }
    var gradient = Array(repeating: -0.0, count: values.count)
    var loss = 0.0
    if first != 0 {
      loss += first * Double.sum(weights.map { Double.abs(values[$0]) })
    }
    if second != 0 {
      loss += 0.5 * second * Double.sum(weights.map { values[$0] * values[$0] })
      for place in weights { gradient[place] += second * values[place] }
    }
    if first != 0 {
      for place in weights { gradient[place] += first * Double.sign(values[place]) }
    }
    return (loss, gradient)
  }

  /// Makes a step; the parameters stay as they are if it would make one of them nan or infinite.
  public func step(loss: Double, gradient: [Double], objective: Objective?) throws(Diagnostic)
    -> UpdateRecord
  {
    let numbers = try settings.numbers(after: done)
    var record = UpdateRecord(
      step: done + 1, parameters: parameters, before: parameters.values, loss: loss,
      gradient: gradient, clipped: gradient, states: [], settings: numbers)
    record.penalties = (try l1.value(after: done), try l2.value(after: done))
    if let clip {
      let bounds = try clip.settings.numbers(after: done)
      record.clipped = clip.clip.values(parameters.split(gradient), bounds).flatMap { $0 }
      record.clip = (clip.clip, bounds)
    }
    startStates(numbers)
    record.states = states
    record.stateNames = stateNames
    var values = parameters.values
    var next = states
    switch method {
    case .rule(let optimizer):
      record.optimizer = optimizer
      optimizer.update(&values, record.clipped, &next, done + 1, numbers)
    case .own(_, let rule): try rule(&values, record.clipped, &next, done + 1, numbers)
    case .objective(var objectiveMethod):
      guard let objective else { break }
      record.story = try objectiveMethod.step(objective, &values, done + 1, numbers)
      method = .objective(objectiveMethod)
    }
    if let clipWeights {
      let bounds = try clipWeights.settings.numbers(after: done)
      let weights = parameters.tensors.filter(\.isWeight)
      let clipped = clipWeights.clip.values(weights.map { Array(values[$0.places]) }, bounds)
      for (tensor, numbers) in zip(weights, clipped) {
        values.replaceSubrange(tensor.places, with: numbers)
      }
      record.clipWeights = (clipWeights.clip, bounds)
    }
    record.after = values
    guard values.allSatisfy(\.isFinite) else { return record }
    states = next
    parameters.values = values
    done += 1
    last = record
    return record
  }

  /// Puts other numbers in the place of the parameters: the best ones, after an early stop.
  public func restore(_ values: [Double]) { parameters.values = values }

  private func startStates(_ numbers: Settings) {
    guard stateNames == nil else { return }
    let count = parameters.values.count
    stateNames = []
    switch method {
    case .rule(let optimizer):
      // What follows a schedule may become anything, and is nan to whoever asks for the states.
      let lasting = settings.values.map { value -> Double in
        if case .number(let number) = value { number } else { .nan }
      }
      let names = optimizer.states(Settings(lasting))
      stateNames = names
      states = names.map { Array(repeating: optimizer.start($0, numbers), count: count) }
    case .own(let stateCount, _):
      states = Array(repeating: Array(repeating: 0, count: count), count: stateCount)
    case .objective: break
    }
  }
}

/// One step of a training, with everything it was made from.
public struct UpdateRecord {
  /// Which step it was, from 1.
  public let step: Int
  /// The tensors of the parameters; their numbers are those before the step.
  public var parameters: Parameters
  /// The parameters before.
  public let before: [Double]
  /// The loss before.
  public let loss: Double
  /// The gradient, penalties included.
  public let gradient: [Double]
  /// The rates of the penalties at this step.
  public var penalties = (l1: 0.0, l2: 0.0)
  /// The gradient after clipping.
  public var clipped: [Double]
  /// The states of the optimizer before, state by state.
  public var states: [[Double]]
  /// What the states of a rule are called.
  public var stateNames: [String]?
  /// The settings of the optimizer at this step.
  public let settings: Settings
  /// The optimizer, if it is a rule.
  public var optimizer: Optimizer?
  /// How gradients were clipped, and the bounds at this step.
  public var clip: (clip: Clip, settings: Settings)?
  /// How weights were clipped.
  public var clipWeights: (clip: Clip, settings: Settings)?
  /// What a method that looks at the loss as a whole did.
  public var story: MethodStory?
  /// The parameters after.
  public var after: [Double] = []

  /// The Euclidean norm of the gradient before clipping.
  public var gradientNorm: Double { Double.euclideanNorm(gradient) }
}
