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
  /// The circuits at work, by the number of rows; of one row, if they are computed separately.
  private var sweeps: [Int: RowSweep] = [:]
  private let separate: RowSweep?
  /// What random masks depend on besides step, layer, row and unit.
  private let key: UInt64
  /// Called with the work of every row, to stop where a limit is reached or a person asks.
  private let poll: (Int) throws(Diagnostic) -> Void
  private let all: [Int]
  /// The loss of each row of the last batch, in its order; empty where rows depend on one another.
  public private(set) var losses: [Double] = []
  /// Called with a batch's statistics after each training step.
  public var keepStatistics: (RowSweep) -> Void = { _ in }

  /// How many rows are computed at once: enough to fill a processor, few enough for its cache.
  static let rowsAtOnce = 64

  /// The loss of a data set.
  public init(
    _ rows: Rows, data: Dataset, key: UInt64, poll: @escaping (Int) throws(Diagnostic) -> Void
  ) {
    self.rows = rows
    self.data = data
    self.key = key
    self.poll = poll
    all = Array(0..<data.count)
    separate =
      if case .separate(let circuit) = rows {
        RowSweep(circuit, data: data, capacity: min(data.count, DataLoss.rowsAtOnce))
      } else {
        nil
      }
  }

  /// The mean loss of the rows of a batch; its gradient at the parameters is put into `gradient`.
  ///
  /// `first` is what has arrived at the parameters before, such as a penalty's gradient.
  public func loss(
    of batch: ArraySlice<Int>, at parameters: [Double], step: Int, first: [Double]?,
    gradient: inout [Double]
  ) throws(Diagnostic) -> Double {
    guard let separate else {
      losses.removeAll(keepingCapacity: true)
      let rows = try sweep(of: batch.count)
      rows.sweep.give(parameters: parameters)
      try poll(batch.count)
      rows.compute(batch, key: key, step: step)
      rows.sweep.clearGradient(keeping: first)
      rows.sweep.computeBackward(seed: 1)
      keepStatistics(rows)
      rows.sweep.copyGradient(to: &gradient)
      return rows.loss()
    }
    separate.sweep.give(parameters: parameters)
    separate.sweep.clearGradient(keeping: first)
    var losses: [Double] = []
    swap(&losses, &self.losses)
    defer { swap(&losses, &self.losses) }
    if losses.count != batch.count { losses = Array(repeating: 0, count: batch.count) }
    let seed = batch.count == 1 ? 1 : 1 / Double(batch.count)
    var end = batch.endIndex
    while end > batch.startIndex {
      let start = max(end - separate.capacity, batch.startIndex)
      try poll(end - start)
      separate.compute(batch[start..<end], key: key, step: step)
      separate.copyLosses(to: &losses, from: start - batch.startIndex)
      separate.sweep.computeBackward(seed: seed)
      end = start
    }
    separate.sweep.copyGradient(to: &gradient)
    return Double.mean(losses)
  }

  /// The loss over all rows as they are trained.
  public func loss(at parameters: [Double], step: Int) throws(Diagnostic) -> Double {
    guard let separate else {
      let rows = try sweep(of: data.count)
      rows.sweep.give(parameters: parameters)
      try poll(data.count)
      rows.compute(all[...], key: key, step: step)
      return rows.loss()
    }
    separate.sweep.give(parameters: parameters)
    var losses = Array(repeating: 0.0, count: all.count)
    for start in stride(from: 0, to: all.count, by: separate.capacity) {
      let places = all[start..<min(start + separate.capacity, all.count)]
      try poll(places.count)
      separate.compute(places, key: key, step: step)
      separate.copyLosses(to: &losses, from: start)
    }
    return Double.mean(losses)
  }

  /// The circuit of so many rows that depend on one another, at work.
  private func sweep(of count: Int) throws(Diagnostic) -> RowSweep {
    if let known = sweeps[count] { return known }
    let circuit: RowCircuit =
      switch rows {
      case .separate(let circuit): circuit
      case .together(let make): try make(count)
      }
    let made = RowSweep(circuit, data: data)
    sweeps[count] = made
    return made
  }
}
