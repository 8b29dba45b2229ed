import Autodiff
public import Reporting

/// Trains: goes through the rows epoch by epoch and batch by batch, and tells what happens.
public struct Trainer {
  /// In which order the rows are taken.
  public enum Order {
    /// As they stand.
    case asGiven
    /// Shuffled anew every epoch.
    case shuffled(seed: Int64)
    /// As stated: a list of rows, from 0, for each epoch.
    case stated([[Int]])
  }

  public var epochs: Int
  /// The rows of a batch, on a schedule; nil for all of them.
  public var batch: SettingValue?
  public var order: Order
  /// Every how many epochs is reported.
  public var every: Int
  public var stop: EarlyStopping?

  /// A training from its parts.
  public init(epochs: Int, batch: SettingValue?, order: Order, every: Int, stop: EarlyStopping?) {
    self.epochs = epochs
    self.batch = batch
    self.order = order
    self.every = every
    self.stop = stop
  }

  /// What is known after an epoch that is reported.
  public struct Epoch: Sendable {
    public var epoch: Int
    public var loss: Double
    public var batchLoss: Double
    public var lr: Double
    public var gradientNorm: Double
    public var accuracy: Double?
    public var validationLoss: Double?
    public var validationAccuracy: Double?
  }

  /// How far a training has come.
  public struct Progress: Sendable {
    public var epoch: Int
    public var epochs: Int
    /// How much of all the work is done, from 0 to 1.
    public var fraction: Double
    public var loss: Double
    public var lr: Double
    /// How many rows have been gone through.
    public var rows: Int

    /// How far a training has come, from its parts.
    public init(
      epoch: Int, epochs: Int, fraction: Double, loss: Double, lr: Double, rows: Int
    ) {
      self.epoch = epoch
      self.epochs = epochs
      self.fraction = fraction
      self.loss = loss
      self.lr = lr
      self.rows = rows
    }
  }

  /// Why a training ended.
  public enum Ending {
    /// All epochs were gone through.
    case finished
    /// It stopped early after an epoch; the parameters are those of the best one.
    case stoppedEarly(after: Int, best: Int)
    /// Something became nan or infinite; the parameters are those before.
    case nonFinite(NonFinite)
    /// Something stopped it after a batch: a limit, or a person; so many epochs were finished.
    case stopped(Diagnostic, epochs: Int)

    /// Whether it could go on from where it stopped.
    public var isUnfinished: Bool { if case .stopped = self { true } else { false } }
  }

  /// Where something became nan or infinite.
  public struct NonFinite {
    /// What did.
    public enum Quantity { case loss, gradient, parameter(Int, Double) }

    public var quantity: Quantity
    public var epoch: Int
    /// The step that led there, from 1; 0 if it happens with the parameters as they were given.
    public var step: Int
    /// The rows of the batch, from 0.
    public var rows: [Int]
    /// The first row whose loss it is, from 0; nil if that is not known.
    public var row: Int?
    /// The parameters at which it happened; the step that led there is taken back.
    public var parameters: [Double]
  }

  /// What is told while a training goes on.
  public struct Watch {
    /// A reported epoch.
    public var epoch: (Epoch) -> Void = { _ in }
    /// A step; nil if nobody wants to hear of it.
    public var update: ((UpdateRecord, _ lr: Double) -> Void)?
    /// How far it has come, after every batch; nil if nobody wants to hear of it.
    public var progress: ((Progress) -> Void)?
    /// Keeps checkpoints; nil if nobody will go back.
    public var checkpoints: Checkpoints?
    /// What the steps depend on besides the parameters, such as running statistics.
    public var others: () -> Checkpoint.Others = { Checkpoint.Others() }
    /// Measures the training set as a trained function sees it: the accuracy.
    public var accuracy: () throws(Diagnostic) -> Double? = { () throws(Diagnostic) in nil }
    /// Measures the validation set.
    public var validation: () throws(Diagnostic) -> (loss: Double, accuracy: Double?)? = {
      () throws(Diagnostic) in nil
    }

    /// Tells nothing.
    public init() {}
  }

  /// The rows of an epoch, counted from 1, in the order they are taken, from 0.
  public func order(of epoch: Int, count: Int) -> [Int] {
    switch order {
    case .asGiven: Array(0..<count)
    case .shuffled(let seed): shuffled(epoch, count, seed: seed)
    case .stated(let rows): rows[epoch - 1]
    }
  }

  private func shuffled(_ epoch: Int, _ count: Int, seed: Int64) -> [Int] {
    Permutation.of(count, RandomSource.draw(seed: seed, place: epoch))
  }

  /// The rows of a batch, rounded down and at least 1.
  public func batchSize(after done: Int, of count: Int) throws(Diagnostic) -> Int {
    guard let batch else { return count }
    let size = try batch.value(after: done)
    guard size >= 1 else { return 1 }
    return Int(exactly: min(size, Double(count)).rounded(.down)) ?? 1
  }
}
