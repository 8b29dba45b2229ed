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
    /// Something stopped it after a batch: a limit, or a person.
    case stopped(Diagnostic)
  }

  /// Where something became nan or infinite.
  public struct NonFinite {
    /// What did.
    public enum Quantity { case loss, gradient, parameter(Int, Double) }

    public var quantity: Quantity
    public var epoch: Int
    /// The step, from 1.
    public var step: Int
    /// The rows of the batch, from 0.
    public var rows: [Int]
    /// The first row whose loss it is, from 0; nil if that is not known.
    public var row: Int?
  }

  /// What is told while a training goes on.
  public struct Watch {
    /// A reported epoch.
    public var epoch: (Epoch) -> Void = { _ in }
    /// A step.
    public var update: (UpdateRecord, _ lr: Double) -> Void = { _, _ in }
    /// How far it has come; called after every batch.
    public var progress: (Progress) -> Void = { _ in }
    /// Measures the training set as a trained function sees it: the accuracy.
    public var accuracy: () throws(Diagnostic) -> Double? = { () throws(Diagnostic) in nil }
    /// Measures the validation set.
    public var validation: () throws(Diagnostic) -> (loss: Double, accuracy: Double?)? = {
      () throws(Diagnostic) in nil
    }

    /// Tells nothing.
    public init() {}
  }

  /// Trains until it ends; the parameters are in `updating`.
  public func run(
    _ loss: DataLoss, _ updating: Updating, objective: Objective? = nil, _ watch: Watch
  )
    -> Ending
  {
    var stop = stop
    var best: [Double]?
    var rows = 0
    do throws(Diagnostic) {
      for epoch in 1...max(epochs, 1) where epochs > 0 {
        let order = order(of: epoch, count: loss.data.count)
        var batchLosses: [Double] = []
        var norm = 0.0
        var rate = try updating.rate()
        var start = 0
        while start < order.count {
          rate = try updating.rate()
          let size = try batchSize(after: updating.done, of: order.count)
          let batch = order[start..<min(start + size, order.count)]
          start = batch.endIndex
          let values = updating.parameters.values
          let penalty = try updating.penalty(at: values)
          let (dataLoss, losses, gradient) = try loss.gradient(
            of: batch, at: values, step: updating.done, first: penalty?.gradient)
          let batchLoss = penalty.map { dataLoss + $0.loss } ?? dataLoss
          func trouble(_ quantity: NonFinite.Quantity) -> Ending {
            let first = losses.firstIndex { !$0.isFinite }
            return .nonFinite(
              NonFinite(
                quantity: quantity, epoch: epoch, step: updating.done + 1, rows: Array(batch),
                row: first.map { batch[batch.startIndex + $0] }))
          }
          guard batchLoss.isFinite else { return trouble(.loss) }
          guard gradient.allSatisfy(\.isFinite) else { return trouble(.gradient) }
          let record = try updating.step(loss: batchLoss, gradient: gradient, objective: objective)
          if let place = record.after.firstIndex(where: { !$0.isFinite }) {
            return trouble(.parameter(place, record.after[place]))
          }
          batchLosses.append(batchLoss)
          norm = record.gradientNorm
          rows += batch.count
          watch.update(record, rate)
          watch.progress(
            Progress(
              epoch: epoch, epochs: epochs,
              fraction: (Double(epoch - 1) + Double(start) / Double(order.count)) / Double(epochs),
              loss: batchLoss, lr: rate, rows: rows))
        }
        let isLast = epoch == epochs
        var report = Epoch(
          epoch: epoch, loss: .nan, batchLoss: Double.mean(batchLosses), lr: rate,
          gradientNorm: norm)
        let isReported = epoch % every == 0 || isLast
        var watched: Double?
        if stop != nil || isReported, let measured = try watch.validation() {
          (report.validationLoss, report.validationAccuracy) = measured
          watched = measured.loss
        }
        if stop != nil || isReported {
          let values = updating.parameters.values
          report.loss =
            try loss.loss(at: values, step: updating.done)
            + (updating.penalty(at: values)?.loss ?? 0)
          report.accuracy = try watch.accuracy()
        }
        updating.observe(watched ?? report.batchLoss)
        let verdict = stop?.observe(watched ?? report.loss)
        if verdict == .improved { best = updating.parameters.values }
        if isReported || verdict == .stop { watch.epoch(report) }
        if let best, isLast || verdict == .stop { updating.restore(best) }
        if verdict == .stop {
          return .stoppedEarly(after: epoch, best: stop?.bestEpoch ?? epoch)
        }
      }
    } catch {
      return .stopped(error)
    }
    return .finished
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
