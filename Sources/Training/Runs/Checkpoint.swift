public import Autodiff

/// A run between two steps: all that the next step and those after it depend on.
public struct Checkpoint {
  /// What steps depend on that belongs to neither the parameters nor the optimizer.
  public struct Others {
    /// The running statistics of a network.
    public var statistics: [Double]
    /// Where a learner's own schedule would draw its next number from.
    public var random: RandomSource

    /// What there is besides, if there is anything.
    public init(statistics: [Double] = [], random: RandomSource = RandomSource()) {
      self.statistics = statistics
      self.random = random
    }
  }

  /// How far a training has come through its epochs.
  struct Place {
    var epoch = 0
    var start = 0
    var finished = 0
    var rows = 0
    var rate = 0.0
    var batchLosses: [Double] = []
    var stop: EarlyStopping?
    var best: [Double]?
  }

  /// The parameters, and what changes them.
  public var updating: Updating.State
  public var others: Others
  var place: Place
  /// Whether it stays however many there are, because no earlier one leads to it.
  public var isPinned = false

  /// A checkpoint of steps that go through no epochs.
  public init(updating: Updating.State, others: Others) {
    self.init(updating: updating, others: others, place: Place())
  }

  init(updating: Updating.State, others: Others, place: Place) {
    self.updating = updating
    self.others = others
    self.place = place
  }

  /// How many steps were made.
  public var done: Int { updating.done }
  /// The epoch of the next step, from 1.
  public var epoch: Int { place.epoch }
  /// How many epochs were over.
  public var finished: Int { place.finished }
}
