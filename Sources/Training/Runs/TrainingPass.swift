import Autodiff
import Reporting

extension Trainer {
  /// A training under way: what goes from one batch and one epoch to the next.
  struct Pass {
    let trainer: Trainer
    let loss: DataLoss
    let updating: Updating
    let objective: Objective?
    let watch: Watch
    private var stop: EarlyStopping?
    private var best: [Double]?
    private var rows = 0
    private var gradient: [Double]
    private var batchLosses: [Double] = []
    private var order: [Int] = []
    private var rate = 0.0
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

    /// Goes through the batches of an epoch, until something is nan or infinite.
    mutating func run(_ epoch: Int) throws(Diagnostic) -> NonFinite? {
      if case .asGiven = trainer.order, order.count == loss.data.count {
        // It stays as it is.
      } else {
        order = trainer.order(of: epoch, count: loss.data.count)
      }
      batchLosses.removeAll(keepingCapacity: true)
      rate = try updating.rate()
      var start = 0
      while start < order.count {
        rate = try updating.rate()
        let size = try trainer.batchSize(after: updating.done, of: order.count)
        let batch = order[start..<min(start + size, order.count)]
        start = batch.endIndex
        let penalty = try updating.penalty(at: updating.values)
        let dataLoss = try loss.loss(
          of: batch, at: updating.values, step: updating.done, first: penalty?.gradient,
          gradient: &gradient)
        let batchLoss = penalty.map { dataLoss + $0.loss } ?? dataLoss
        guard batchLoss.isFinite, Finite.areAll(gradient) else {
          return takeBack(
            batchLoss.isFinite ? .gradient : .loss, epoch: epoch, step: updating.done + 1,
            rows: Array(batch),
            row: loss.losses.firstIndex { !$0.isFinite }.map { batch[batch.startIndex + $0] })
        }
        updating.rows = batch
        if let (place, value) = try updating.step(
          loss: batchLoss, gradient: &gradient, objective: objective)
        {
          return NonFinite(
            quantity: .parameter(place, value), epoch: epoch, step: updating.done + 1,
            rows: Array(batch), row: nil, parameters: updating.values)
        }
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
      let isReported = epoch % trainer.every == 0 || isLast
      guard isReported || stop != nil || updating.watchesLoss else { return nil }
      var report = try self.report(epoch)
      guard report.loss.isFinite else {
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
      if isReported || verdict == .stop { watch.epoch(report) }
      if let best, isLast || verdict == .stop { updating.restore(best) }
      return verdict == .stop ? .stoppedEarly(after: epoch, best: stop?.bestEpoch ?? epoch) : nil
    }

    private func report(_ epoch: Int) throws(Diagnostic) -> Epoch {
      let values = updating.values
      var report = Epoch(
        epoch: epoch, loss: .nan, batchLoss: Double.mean(batchLosses), lr: rate,
        gradientNorm: updating.gradientNorm)
      report.loss =
        try loss.loss(at: values, step: updating.done)
        + (updating.penalty(at: values)?.loss ?? 0)
      report.accuracy = try watch.accuracy()
      return report
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
