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
  /// The tensors of the parameters, with the numbers they began with.
  private let tensors: Parameters
  /// Where the training stands.
  private var standing: Standing
  /// What the states of a rule are called; nil before the first step.
  private var stateNames: [String]?
  private var stateCount = 0
  /// The settings, if they never change.
  private var lasting: Settings?
  /// Whether anything is on a plateau, which reads the loss.
  let watchesLoss: Bool
  /// Whether a penalty is ever added.
  private let isPenalized: Bool
  /// The place of the learning rate among the settings.
  private let ratePlace: Int?
  /// The rows whose loss the next step is made against, where there are rows.
  public var rows: ArraySlice<Int> = []

  /// A beginning: no step made, no moment gathered.
  public init(
    _ parameters: Parameters, _ method: Method, _ settings: ScheduledSettings,
    clip: Clipping? = nil, clipWeights: Clipping? = nil, l1: SettingValue = .number(0),
    l2: SettingValue = .number(0)
  ) {
    tensors = parameters
    standing = Standing(parameters.values)
    count = parameters.values.count
    self.method = method
    self.settings = settings
    ratePlace = settings.settings.firstIndex { $0.name == "lr" }
    self.clip = clip
    self.clipWeights = clipWeights
    self.l1 = l1
    self.l2 = l2
    isPenalized = !l1.isAlwaysZero || !l2.isAlwaysZero
    watchesLoss =
      [settings, clip?.settings, clipWeights?.settings].contains { $0?.hasPlateau ?? false }
      || l1.isPlateau || l2.isPlateau
  }

  /// The learning rate of the next step; nan where there is none.
  public func rate() throws(Diagnostic) -> Double {
    guard let ratePlace else { return .nan }
    if let lasting { return lasting[ratePlace] }
    return try settings.values[ratePlace].value(after: done)
  }

  /// Tells everything on a plateau the loss after one more epoch.
  public func observe(_ loss: Double) {
    guard watchesLoss else { return }
    for settings in [settings, clip?.settings, clipWeights?.settings] { settings?.observe(loss) }
    l1.observe(loss)
    l2.observe(loss)
  }

  /// What the penalties add at the parameters as they are now; nil without penalties.
  public func penalty() throws(Diagnostic) -> (loss: Double, gradient: [Double])? {
    isPenalized ? try penalty(at: values) : nil
  }

  /// What the penalties add to the loss and, as what stands at the parameters before anything
  /// else arrives, to the gradient; nil without penalties.
  ///
  /// The loss is the data's + l1·Σ|w| + ½·l2·Σw² over the weights, so the last comes first.
  public func penalty(at values: [Double]) throws(Diagnostic) -> (loss: Double, gradient: [Double])?
  {
    guard isPenalized else { return nil }
    let first = try l1.value(after: done)
    let second = try l2.value(after: done)
    guard first != 0 || second != 0 else { return nil }
    let weights = tensors.tensors.filter(\.isWeight).flatMap { Array($0.places) }
    var gradient = Array(repeating: -0.0, count: values.count)
    var loss = 0.0
    if first != 0 { loss += Penalty.absolute(first, of: weights.map { values[$0] }) }
    if second != 0 {
      loss += Penalty.squared(second, of: weights.map { values[$0] })
      for place in weights { gradient[place] += Penalty.squaredSlope(second, at: values[place]) }
    }
    if first != 0 {
      for place in weights { gradient[place] += Penalty.absoluteSlope(first, at: values[place]) }
    }
    return (loss, gradient)
  }

  /// How many parameters there are.
  public let count: Int
  /// The parameters as they are now.
  public var values: [Double] { standing.values }
  /// How many steps were made.
  public var done: Int { standing.done }
  /// How many steps were made before any was taken back.
  public var made: Int { standing.made }

  /// The parameters as they are now, with their tensors.
  public var parameters: Parameters {
    var parameters = tensors
    parameters.values = values
    return parameters
  }

  /// Makes a step along a gradient, which is taken: the list that is left is of no use.
  ///
  /// Gives the place and value of a parameter that would become nan or infinite; if there is one,
  /// no step is made.
  public func step(loss: Double, gradient given: inout [Double], objective: Objective?)
    throws(Diagnostic) -> (place: Int, value: Double)?
  {
    standing.take(&given)
    let numbers = try settingsNow()
    let bounds = try clip?.settings.numbers(after: done)
    if let clip, let bounds {
      standing.clipped =
        clip.clip.values(tensors.split(standing.gradient), bounds).flatMap { $0 }
    }
    startStates(numbers)
    var record = Standing.LastStep(loss: loss, settings: numbers, bounds: bounds)
    if isPenalized { record.penalties = (try l1.value(after: done), try l2.value(after: done)) }
    if case .rule(let optimizer) = method {
      standing.move(by: optimizer, numbers)
    } else {
      record.story = try moveOtherwise(numbers, objective)
    }
    do throws(Diagnostic) {
      record.weightBounds = try clipTheWeights()
    } catch {
      standing.exchange()
      throw error
    }
    return standing.finish(record)
  }

  /// Computes what is now from what was before, by the learner's rule or from the loss as a whole.
  private func moveOtherwise(_ numbers: Settings, _ objective: Objective?) throws(Diagnostic)
    -> MethodStory?
  {
    let standing = standing
    var next = standing.values
    switch method {
    case .rule: return nil
    case .own(_, let rule):
      var lists = standing.states.cut(into: stateCount, of: count)
      try rule(&next, standing.slope, &lists, done + 1, numbers)
      self.standing.move(to: next, states: lists.flatMap { $0 })
      return nil
    case .objective(var objectiveMethod):
      guard let objective else { return nil }
      let story = try objectiveMethod.step(try penalized(objective), &next, done + 1, numbers)
      self.standing.move(to: next, states: standing.states)
      method = .objective(objectiveMethod)
      return story
    }
  }

  /// Clips the weights a step led to; gives the bounds, if there are any.
  private func clipTheWeights() throws(Diagnostic) -> Settings? {
    guard let clipWeights else { return nil }
    let (values, bounds) = (values, try clipWeights.settings.numbers(after: done))
    let weights = tensors.tensors.filter(\.isWeight)
    let clipped = clipWeights.clip.values(weights.map { Array(values[$0.places]) }, bounds)
    standing.clipWeights(to: zip(weights, clipped).map { ($0.places, $1) })
    return bounds
  }

  /// Puts other numbers in the place of the parameters: the best ones, after an early stop.
  public func restore(_ values: [Double]) { standing.restore(values) }

  /// Takes the last step back, which led to where something is nan or infinite.
  public func takeBack() { standing.takeBack() }

  private func settingsNow() throws(Diagnostic) -> Settings {
    if let lasting { return lasting }
    let numbers = try settings.numbers(after: done)
    if settings.isLasting { lasting = numbers }
    return numbers
  }

  private func startStates(_ numbers: Settings) {
    guard stateNames == nil else { return }
    stateNames = []
    var starts: [Double] = []
    switch method {
    case .rule(let optimizer):
      // What follows a schedule may become anything, and is nan to whoever asks for the states.
      let lasting = settings.values.map { value -> Double in
        if case .number(let number) = value { number } else { .nan }
      }
      let names = optimizer.states(Settings(lasting))
      stateNames = names
      starts = names.map { optimizer.start($0, numbers) }
    case .own(let stateCount, _): starts = Array(repeating: 0, count: stateCount)
    case .objective: break
    }
    stateCount = starts.count
    standing.states = starts.flatMap { Array(repeating: $0, count: count) }
    standing.statesBefore = standing.states
  }

  // MARK: The next step

  /// The step that would come next; nil if it is not made parameter by parameter.
  public func next() throws(Diagnostic) -> NextUpdate? {
    let numbers = try settings.numbers(after: done)
    var own: OwnRule?
    var optimizer: Optimizer?
    switch method {
    case .rule(let rule): optimizer = rule
    case .own(_, let rule): own = rule
    case .objective: return nil
    }
    startStates(numbers)
    var neighbors: [(step: Int, settings: Settings)] = []
    for step in [done - 1, done + 1] where step >= 0 {
      if let settings = try? settings.numbers(after: step) {
        neighbors.append((step: step + 1, settings: settings))
      }
    }
    var next = NextUpdate(
      optimizer: optimizer, settings: numbers, stateNames: stateNames ?? [],
      states: standing.states.cut(into: stateCount, of: count), step: done + 1, tensors: tensors,
      neighbors: neighbors, own: own)
    if let clip { next.clip = (clip.clip, try clip.settings.numbers(after: done)) }
    if let clipWeights {
      next.clipWeights = (clipWeights.clip, try clipWeights.settings.numbers(after: done))
    }
    return next
  }

  // MARK: The last step

  /// The last step, to be explained; nil before the first.
  public var last: UpdateRecord? {
    let (standing, last) = (standing, standing.last)
    guard standing.hasLast else { return nil }
    var record = UpdateRecord(
      step: standing.done, parameters: tensors, before: standing.before, loss: last.loss,
      gradient: standing.gradient, clipped: standing.slope,
      states: standing.statesBefore.cut(into: stateCount, of: count), stateNames: stateNames,
      settings: last.settings)
    record.parameters.values = standing.before
    record.rows = Array(rows)
    record.penalties = last.penalties
    if case .rule(let optimizer) = method { record.optimizer = optimizer }
    if let clip, let bounds = last.bounds { record.clip = (clip.clip, bounds) }
    if let clipWeights, let bounds = last.weightBounds {
      record.clipWeights = (clipWeights.clip, bounds)
      record.unclipped = standing.unclipped
    }
    record.story = last.story
    record.after = standing.values
    return record
  }

  /// The Euclidean norm of the last gradient before clipping; nan before the first step.
  public var gradientNorm: Double {
    done == 0 ? .nan : Double.euclideanNorm(standing.gradient)
  }
}

// MARK: - Checkpoints

extension Updating {
  /// All that the next steps depend on.
  public struct State {
    /// The parameters.
    public var values: [Double]
    /// How many steps were made.
    public let done: Int
    fileprivate let states: [Double]
    fileprivate let stateNames: [String]?
    fileprivate let stateCount: Int
    fileprivate let method: Method
    fileprivate let plateaus: [Plateau]
    fileprivate let gradient: [Double]?
  }

  /// What the next steps depend on now; with the last gradient if somebody may ask for its length.
  public func state(withGradient: Bool = false) -> State {
    State(
      values: values, done: done, states: standing.states, stateNames: stateNames,
      stateCount: stateCount,
      method: method, plateaus: plateaus.map(\.state),
      gradient: withGradient ? standing.gradient : nil)
  }

  /// Goes back, or on, to another state of the same parameters; there is no last step to tell.
  public func restore(_ state: State) {
    standing.restore(
      state.values, states: state.states, done: state.done, gradient: state.gradient)
    (stateNames, stateCount, method) = (state.stateNames, state.stateCount, state.method)
    for (plateau, state) in zip(plateaus, state.plateaus) { plateau.state = state }
  }

  /// Another one that stands where a state says, and goes its own way.
  public func copy(at state: State) -> Updating {
    let copy = Updating(
      tensors, state.method, settings.copied(), clip: clip.map { $0.copied() },
      clipWeights: clipWeights.map { $0.copied() }, l1: l1.copied(), l2: l2.copied())
    copy.restore(state)
    return copy
  }

  private var plateaus: [PlateauValue] {
    let values = [settings, clip?.settings, clipWeights?.settings].flatMap { $0?.values ?? [] }
    return (values + [l1, l2]).compactMap { value in
      if case .plateau(let plateau) = value { plateau } else { nil }
    }
  }
}

extension Updating.Clipping {
  fileprivate func copied() -> Updating.Clipping { Updating.Clipping(clip, settings.copied()) }
}

extension [Double] {
  /// So many lists of so many numbers, which stand one after another.
  fileprivate func cut(into lists: Int, of count: Int) -> [[Double]] {
    (0..<lists).map { Array(self[$0 * count..<($0 + 1) * count]) }
  }
}
