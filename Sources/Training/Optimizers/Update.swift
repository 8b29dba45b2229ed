public import Autodiff

/// The states of one parameter, as many as an optimizer has; held in place, because there is one
/// for every parameter at every step.
public typealias UpdateStates<N> = InlineArray<4, N>

/// The settings of an optimizer at a step, as the numbers a rule computes with.
public struct UpdateSettings<N: Number> {
  fileprivate let values: InlineArray<16, Double>
  private let names: [String]

  fileprivate init(_ values: InlineArray<16, Double>, _ names: [String]) {
    self.values = values
    self.names = names
  }

  /// The setting at a place in the rule's list.
  public subscript(place: Int) -> N { N.setting(names, place, values[place]) }
}

/// What an update is computed from.
public struct Update<N: Number> {
  /// The parameter before.
  public internal(set) var w: N
  /// Its gradient, after clipping.
  public internal(set) var g: N
  /// Its states before, in the order the rule names them.
  public internal(set) var states: UpdateStates<N>
  /// How many states there are.
  public let stateCount: Int
  /// Which step it is, from 1.
  public let t: N
  /// The settings at this step, in the rule's order, as numbers of a formula.
  public let numbers: UpdateSettings<N>
  /// The settings at this step as doubles, for switches and to leave out what is 0.
  public var settings: InlineArray<16, Double> { numbers.values }
  /// What the rule says is the same for every parameter at this step.
  public internal(set) var shared: InlineArray<4, N>
  /// What writes a quantity down under its name; nil where nothing is written down.
  private let note: ((String, N) -> N)?

  /// An update from its parts; the settings' names are those a formula shows.
  public init(
    w: N, g: N, states: [N], t: N, settings: Settings, names: [String] = [],
    note: ((String, N) -> N)? = nil
  ) {
    self.w = w
    self.g = g
    self.states = UpdateStates { $0 < states.count ? states[$0] : N(0) }
    stateCount = states.count
    self.t = t
    numbers = UpdateSettings(InlineArray { settings[$0] }, names)
    shared = InlineArray(repeating: N(0))
    self.note = note
  }

  /// An update of numbers that are not there yet.
  init(stateCount: Int, step: Int, settings: InlineArray<16, Double>) {
    w = N(0)
    g = N(0)
    states = UpdateStates(repeating: N(0))
    self.stateCount = stateCount
    t = N(Double(step))
    numbers = UpdateSettings(settings, [])
    shared = InlineArray(repeating: N(0))
    note = nil
  }

  /// Computes what is the same for every parameter at this step.
  mutating func share<R: UpdateRule>(_ rule: R.Type) {
    for (place, number) in R.shared(self).enumerated() { shared[place] = number }
  }

  /// Gives a quantity on the way its name: for numbers nothing happens, a formula is written down
  /// under that name and is known by it afterwards.
  @inline(__always)
  public func named(_ name: String, _ quantity: N) -> N { N.noted(quantity, name, note) }
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
