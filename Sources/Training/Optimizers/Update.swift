public import Autodiff

/// What an update is computed from.
public struct Update<N: Number> {
  /// The parameter before.
  public internal(set) var w: N
  /// Its gradient, after clipping.
  public internal(set) var g: N
  /// Its states, in the order the rule names them; the rule puts the new ones in their places.
  public var states: [N]
  /// Which step it is, from 1.
  public let t: N
  /// The settings at this step, in the rule's order, as numbers of a formula.
  public let numbers: [N]
  /// The settings at this step as doubles, for switches and to leave out what is 0.
  public let settings: Settings
  /// What the rule says is the same for every parameter at this step.
  public internal(set) var shared: [N] = []
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
