import Autodiff
import Reporting

extension Trainer {
  /// A training under way: what goes from one batch and one epoch to the next.
  struct Pass {
    let trainer: Trainer
    let loss: DataLoss
    let updating: Updating
    let objective: Objective?
    var watch: Watch
    private var stop: EarlyStopping?
    private var best: [Double]?
    private var rows = 0
    private var gradient: [Double]
    private(set) var batchLosses: [Double] = []
    /// The loss of all rows before the first step; nil before that is made.
    private(set) var firstLoss: Double?
    private var order: [Int] = []
    private(set) var rate = 0.0
    /// The epoch that was begun last, from 1, and where in its order the next batch begins.
    private(set) var epoch = 0
    private var start = 0
    /// Whether that epoch is not over yet.
    private var isUnderWay = false
    /// Whether nobody wants to hear of the epochs, because they were told before.
    var isSilent = false
    /// How many epochs are finished.
    private(set) var finished = 0

    init(
      trainer: Trainer, loss: DataLoss, updating: Updating, objective: Objective?, watch: Watch
    ) {
      self.trainer = trainer
      self.loss = loss
      self.updating = updating
      self.objective = objective
      self.watch = watch
      stop = trainer.stop
      gradient = Array(repeating: 0, count: updating.count)
    }

    /// Whether all batches of the epoch are behind, and its end is to come.
    var isAtEndOfEpoch: Bool { isUnderWay && start >= order.count }

    /// Whether there is an epoch under way, or one to come.
    var hasMore: Bool { isUnderWay || epoch < trainer.epochs }

    /// Begins the next epoch, unless one is under way.
    mutating func begin() throws(Diagnostic) {
      guard !isUnderWay else { return }
      epoch += 1
      arrange()
      start = 0
      batchLosses.removeAll(keepingCapacity: true)
      rate = try updating.rate()
      isUnderWay = true
    }

    /// Puts the rows in the order of the epoch.
    private mutating func arrange() {
      if case .asGiven = trainer.order, order.count == loss.data.count { return }
      order = trainer.order(of: epoch, count: loss.data.count)
    }

    /// Goes on through the epoch under way and ends it, unless so many steps are made before; gives
    /// the ending, if the training ended.
    mutating func goOn(until limit: Int = .max) throws(Diagnostic) -> Ending? {
      try begin()
      if let trouble = try run(until: limit) { return .nonFinite(trouble) }
      guard start >= order.count else { return nil }
      let ending = try end(epoch)
      isUnderWay = false
      return ending
    }

    /// Goes through the batches of the epoch, until so many steps are made or something is nan or
    /// infinite.
    mutating func run(until limit: Int) throws(Diagnostic) -> NonFinite? {
      while start < order.count, updating.done < limit {
        let done = updating.done
        if let checkpoints = watch.checkpoints, done >= checkpoints.next {
          checkpoints.keep(checkpoint())
        }
        rate = try updating.rate()
        let size = try trainer.batchSize(after: done, of: order.count)
        let batch = order[start..<min(start + size, order.count)]
        let penalty = try updating.penalty()
        let dataLoss = try loss.loss(
          of: batch, at: updating.values, step: done, first: penalty?.gradient,
          gradient: &gradient)
        let batchLoss = penalty.map { dataLoss + $0.loss } ?? dataLoss
        guard batchLoss.isFinite, Finite.areAll(gradient) else {
          return takeBack(
            batchLoss.isFinite ? .gradient : .loss, epoch: epoch, step: done,
            rows: Array(batch),
            row: loss.losses.firstIndex { !$0.isFinite }.map { batch[batch.startIndex + $0] })
        }
        if done == 0 {
          firstLoss = batch.count == order.count ? batchLoss : try lossOfAll(at: updating.values)
        }
        updating.rows = batch
        if let (place, value) = try updating.step(
          loss: batchLoss, gradient: &gradient, objective: objective)
        {
          return NonFinite(
            quantity: .parameter(place, value), epoch: epoch, step: done + 1,
            rows: Array(batch), row: nil, parameters: updating.values)
        }
        start = batch.endIndex
        batchLosses.append(batchLoss)
        rows += batch.count
        if let update = watch.update, let last = updating.last { update(last, rate) }
        watch.progress?(
          Progress(
            epoch: epoch, epochs: trainer.epochs,
            fraction: (Double(epoch - 1) + Double(start) / Double(order.count))
              / Double(trainer.epochs),
            loss: batchLoss, lr: rate, rows: rows))
      }
      return nil
    }

    /// What is known after an epoch is measured and told; gives the ending, if this was one.
    mutating func end(_ epoch: Int) throws(Diagnostic) -> Ending? {
      finished = epoch
      let isLast = epoch == trainer.epochs
      let isReported = !isSilent && (epoch % trainer.every == 0 || isLast)
      guard isReported || stop != nil || updating.watchesLoss else { return nil }
      var report = try self.report(epoch)
      guard report.loss.isFinite else {
        finished = epoch - 1
        return .nonFinite(
          takeBack(
            .loss, epoch: epoch, step: updating.done, rows: Array(0..<loss.data.count), row: nil))
      }
      if let measured = try watch.validation() {
        (report.validationLoss, report.validationAccuracy) = measured
      }
      updating.observe(report.validationLoss ?? report.batchLoss)
      let verdict = stop?.observe(report.validationLoss ?? report.loss)
      if verdict == .improved { best = updating.values }
      if isReported || verdict == .stop && !isSilent { watch.epoch(report) }
      if let best, isLast || verdict == .stop { updating.restore(best) }
      return verdict == .stop ? .stoppedEarly(after: epoch, best: stop?.bestEpoch ?? epoch) : nil
    }

    // MARK: Checkpoints

    /// All that the next step and those after it depend on; with the last gradient where an epoch
    /// may still have to be reported.
    func checkpoint(withGradient: Bool = false) -> Checkpoint {
      Checkpoint(
        updating: updating.state(withGradient: withGradient), others: watch.others(),
        place: Checkpoint.Place(
          epoch: epoch, start: start, finished: finished, rows: rows, rate: rate,
          batchLosses: batchLosses, stop: stop, best: best))
    }

    /// Goes back, or on, to a checkpoint.
    mutating func restore(_ checkpoint: Checkpoint) {
      updating.restore(checkpoint.updating)
      let place = checkpoint.place
      (epoch, start, finished, rows) = (place.epoch, place.start, place.finished, place.rows)
      (rate, batchLosses, stop, best) = (place.rate, place.batchLosses, place.stop, place.best)
      arrange()
      isUnderWay = true
    }

    /// The rows of the next batch, from 0.
    func nextRows() throws(Diagnostic) -> [Int] {
      let size = try trainer.batchSize(after: updating.done, of: order.count)
      return Array(order[start..<min(start + size, order.count)])
    }

    private func report(_ epoch: Int) throws(Diagnostic) -> Epoch {
      let values = updating.values
      var report = Epoch(
        epoch: epoch, loss: .nan, batchLoss: Double.mean(batchLosses), lr: rate,
        gradientNorm: updating.gradientNorm)
      report.loss = try lossOfAll(at: values)
      report.accuracy = try watch.accuracy()
      return report
    }

    private func lossOfAll(at values: [Double]) throws(Diagnostic) -> Double {
      try loss.loss(at: values, step: updating.done) + (updating.penalty(at: values)?.loss ?? 0)
    }

    /// Goes back to before the step that led to something nan or infinite.
    private func takeBack(
      _ quantity: NonFinite.Quantity, epoch: Int, step: Int, rows: [Int], row: Int?
    ) -> NonFinite {
      let trouble = NonFinite(
        quantity: quantity, epoch: epoch, step: step, rows: rows, row: row,
        parameters: updating.values)
      updating.takeBack()
      return trouble
    }
  }
}
