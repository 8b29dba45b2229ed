public import Autodiff

/// What an update is computed from.
public struct Update<N: Number> {
  /// The parameter before.
  public internal(set) var w: N
  /// Its gradient, after clipping.
  public internal(set) var g: N
  /// Its states before, in the order the rule names them.
  public internal(set) var states: [N]
  /// Which step it is, from 1.
  public let t: N
  /// The settings at this step, in the rule's order, as numbers of a formula.
  public let numbers: [N]
  /// The settings at this step as doubles, for switches and to leave out what is 0.
  public let settings: Settings
  /// What the rule says is the same for every parameter at this step.
  public internal(set) var shared: [N] = []
  /// What writes a quantity down under its name; nil where nothing is written down.
  private let record: ((String, N) -> N)?

  /// An update from its parts.
  public init(
    w: N, g: N, states: [N], t: N, numbers: [N], settings: Settings,
    named: ((String, N) -> N)? = nil
  ) {
    self.w = w
    self.g = g
    self.states = states
    self.t = t
    self.numbers = numbers
    self.settings = settings
    record = named
  }

  /// Gives a quantity on the way its name: for doubles nothing happens, a formula is written down
  /// under that name and is known by it afterwards.
  public func named(_ name: String, _ quantity: N) -> N {
    record.map { $0(name, quantity) } ?? quantity
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
