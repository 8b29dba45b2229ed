import Autodiff
public import Reporting

/// The loss over rows of data, and its gradient, by the circuit of one row.
///
/// Rows are added in their order; the backward pass meets the last of them first, as it would if
/// the mean of their losses were written out.
public final class DataLoss {
  /// What makes the circuit of so many rows that depend on one another.
  public typealias BatchMaker = (_ rows: Int) throws(Diagnostic) -> RowCircuit

  /// How the rows are computed.
  public enum Rows {
    /// Each by itself.
    case separate(RowCircuit)
    /// A batch at once, because its rows depend on one another.
    case together(BatchMaker)
  }

  public let data: Dataset
  private let rows: Rows
  private var separate: RowReplay?
  private var together: [Int: RowReplay] = [:]
  /// What random masks depend on besides step, layer, row and unit.
  private let key: UInt64
  /// Called with the work of every row, to stop where a limit is reached or a person asks.
  private let poll: (Int) throws(Diagnostic) -> Void
  /// Called with a batch's statistics after each training step.
  public var keepStatistics: (RowReplay) -> Void = { _ in }

  /// The loss of a data set.
  public init(
    _ rows: Rows, data: Dataset, key: UInt64, poll: @escaping (Int) throws(Diagnostic) -> Void
  ) {
    self.rows = rows
    self.data = data
    self.key = key
    self.poll = poll
    if case .separate(let circuit) = rows { separate = RowReplay(circuit) }
  }

  /// The loss of every row of a batch, and the gradient of their mean at the parameters.
  ///
  /// `first` is what has arrived at the parameters before, such as a penalty's gradient.
  public func gradient(
    of batch: ArraySlice<Int>, at parameters: [Double], step: Int, first: [Double]?
  ) throws(Diagnostic) -> (loss: Double, losses: [Double], gradient: [Double]) {
    guard var replay = separate else {
      var replay = try batchReplay(batch.count)
      replay.replay.give(parameters)
      try poll(batch.count)
      replay.compute(batch, of: data, key: key, step: step)
      replay.replay.clearGradient(keeping: first)
      replay.replay.computeBackward(from: 0, seed: 1)
      keepStatistics(replay)
      together[batch.count] = replay
      return (replay.loss, [], replay.replay.gradient)
    }
    // Moved, not copied.
    separate = nil
    defer { separate = replay }
    replay.replay.give(parameters)
    replay.replay.clearGradient(keeping: first)
    var losses = Array(repeating: 0.0, count: batch.count)
    let seed = batch.count == 1 ? 1 : 1 / Double(batch.count)
    for index in batch.indices.reversed() {
      try poll(1)
      replay.compute(batch[index...index], of: data, key: key, step: step)
      losses[index - batch.startIndex] = replay.loss
      replay.replay.computeBackward(from: 0, seed: seed)
    }
    return (Double.mean(losses), losses, replay.replay.gradient)
  }

  /// The loss over all rows as they are trained.
  public func loss(at parameters: [Double], step: Int) throws(Diagnostic) -> Double {
    let places = Array(0..<data.count)
    guard var replay = separate else {
      var replay = try batchReplay(data.count)
      replay.replay.give(parameters)
      try poll(data.count)
      replay.compute(places[...], of: data, key: key, step: step)
      together[data.count] = replay
      return replay.loss
    }
    separate = nil
    defer { separate = replay }
    replay.replay.give(parameters)
    var losses: [Double] = []
    losses.reserveCapacity(places.count)
    for place in places {
      try poll(1)
      replay.compute(places[place...place], of: data, key: key, step: step)
      losses.append(replay.loss)
    }
    return Double.mean(losses)
  }

  private func batchReplay(_ count: Int) throws(Diagnostic) -> RowReplay {
    if let known = together.removeValue(forKey: count) { return known }
    guard case .together(let make) = rows else { return RowReplay(try circuitOfOne()) }
    return RowReplay(try make(count))
  }

  private func circuitOfOne() throws(Diagnostic) -> RowCircuit {
    switch rows {
    case .separate(let circuit): circuit
    case .together(let make): try make(1)
    }
  }
}

/// The loss and the right answers over rows of data as a trained function sees them, nothing
/// dropped and running statistics used.
public struct Evaluation {
  private var replay: RowReplay
  private let data: Dataset
  private let isRight: (([Double], [Double]) -> Bool)?

  /// An evaluation; `isRight` tells whether a prediction gives the target, where that can be told.
  public init(
    _ circuit: RowCircuit, data: Dataset, isRight: (([Double], [Double]) -> Bool)?
  ) {
    replay = RowReplay(circuit)
    self.data = data
    self.isRight = isRight
  }

  /// The mean loss, and the share of right answers.
  public mutating func measure(
    at parameters: [Double], others: [Double], poll: (Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> (loss: Double, accuracy: Double?) {
    replay.replay.give(parameters)
    replay.give(others)
    var losses: [Double] = []
    losses.reserveCapacity(data.count)
    var right = 0
    let places = Array(0..<data.count)
    for place in places {
      try poll(1)
      replay.compute(places[place...place], of: data, key: nil, step: 0)
      losses.append(replay.loss)
      if let isRight, let y = data.y {
        let target = Array(y.elements[place * y.columns..<(place + 1) * y.columns])
        if isRight(replay.prediction(), target) { right += 1 }
      }
    }
    return (
      Double.mean(losses), isRight.map { _ in Double(right) / Double(max(data.count, 1)) }
    )
  }
}
