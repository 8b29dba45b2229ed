public import Autodiff

/// The circuit of the loss of one row, or of all rows of a batch that depend on one another, and
/// where its numbers are given.
public struct RowCircuit: Sendable {
  /// A mask of dropout: so many places in a row that are 1 or, with a probability, 0.
  public struct Mask: Sendable {
    public let layer: Int
    public let row: Int
    public let probability: Double
    public let count: Int

    /// A mask from its parts.
    public init(layer: Int, row: Int, probability: Double, count: Int) {
      self.layer = layer
      self.row = row
      self.probability = probability
      self.count = count
    }
  }

  /// What is computed: its first output is the loss, of the row or the mean over the batch; then
  /// the predictions of every row, then further outputs such as the statistics of a batch.
  public let circuit: Circuit
  /// How many rows are given at once.
  public let rows: Int
  /// How many inputs, targets and predictions a row has.
  public let inputs: Int
  public let targets: Int
  public let predictions: Int
  /// The masks, in the order they are given behind the rows.
  public let masks: [Mask]
  /// How many leaves that are not learned are given last, such as running statistics.
  public let given: Int

  /// A circuit whose given numbers are the parameters; then for every row its inputs and its
  /// targets; the masks; and what else is given.
  public init(
    _ circuit: Circuit, rows: Int, inputs: Int, targets: Int, predictions: Int, masks: [Mask] = [],
    given: Int = 0
  ) {
    self.circuit = circuit
    self.rows = rows
    self.inputs = inputs
    self.targets = targets
    self.predictions = predictions
    self.masks = masks
    self.given = given
  }

  /// The first place behind the rows.
  var firstMask: Int { circuit.parameterCount + rows * (inputs + targets) }
}

/// A row circuit at work: on several rows at once, a lane each, or on all rows of a batch that depend
/// on one another.
public final class RowSweep {
  public let row: RowCircuit
  public let sweep: Sweep
  private let data: Dataset
  /// The rows that are given now.
  private var given: [Int] = []
  /// Where the rows that are given begin.
  private let starts: UnsafeMutablePointer<UnsafePointer<Double>?>

  /// A circuit at work on rows of data, with room for so many at once.
  public init(_ row: RowCircuit, data: Dataset, capacity: Int = 1) {
    self.row = row
    self.data = data
    sweep = Sweep(row.circuit, capacity: row.rows == 1 ? capacity : 1)
    starts = .allocate(capacity: sweep.capacity)
    starts.initialize(repeating: nil, count: sweep.capacity)
  }

  deinit { starts.deallocate() }

  /// How many rows are computed at once at most.
  public var capacity: Int { row.rows == 1 ? sweep.capacity : row.rows }

  /// Computes the loss of some rows with the masks of a step; without a key nothing is dropped.
  public func compute(_ places: ArraySlice<Int>, key: UInt64?, step: Int) {
    if row.rows == 1 { sweep.begin(lanes: places.count) }
    // A batch of all rows stands there since the last step.
    if !given.elementsEqual(places) { give(places) }
    if !row.masks.isEmpty { giveMasks(places, key: key, step: step) }
    sweep.computeForward()
  }

  private func give(_ places: ArraySlice<Int>) {
    given.removeAll(keepingCapacity: true)
    given += places
    let place = row.circuit.parameterCount
    if row.rows == 1 {
      give(data.x, places, row.inputs, from: place)
      if let y = data.y { give(y, places, row.targets, from: place + row.inputs) }
    } else {
      for (offset, index) in places.enumerated() {
        let place = place + offset * (row.inputs + row.targets)
        give(data.x, CollectionOfOne(index), row.inputs, from: place)
        if let y = data.y {
          give(y, CollectionOfOne(index), row.targets, from: place + row.inputs)
        }
      }
    }
  }

  private func give(
    _ matrix: Matrix, _ places: some Collection<Int>, _ count: Int, from place: Int
  ) {
    matrix.elements.withUnsafeBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      for (lane, index) in places.enumerated() { starts[lane] = base + index * matrix.columns }
      sweep.give(UnsafePointer(starts), count: count, from: place)
    }
  }

  private func giveMasks(_ places: ArraySlice<Int>, key: UInt64?, step: Int) {
    var place = row.firstMask
    for mask in row.masks {
      let rows = row.rows == 1 ? places : places.dropFirst(mask.row).prefix(1)
      for unit in 0..<mask.count {
        for (lane, index) in rows.enumerated() {
          let isDropped =
            key.map {
              RandomSource.uniform(key: $0, step: step, layer: mask.layer, row: index, unit: unit)
                < mask.probability
            } ?? false
          sweep.give(isDropped ? 0 : 1, to: place, lane: lane)
        }
        place += 1
      }
    }
  }

  /// Gives what is not learned and not data, such as running statistics.
  public func give(_ others: [Double]) {
    sweep.give(others, from: row.circuit.givenCount - row.given)
  }

  /// The loss that was computed: of the row in a lane, or the mean over rows that depend on one
  /// another.
  public func loss(_ lane: Int = 0) -> Double { sweep.output(0, lane: lane) }

  /// Puts the losses that were computed, a row each, into a list from a place on.
  func copyLosses(to list: inout [Double], from place: Int) {
    sweep.copyOutput(0, to: &list, from: place)
  }

  /// The prediction for one of the rows.
  public func prediction(_ index: Int) -> [Double] {
    row.rows == 1
      ? (0..<row.predictions).map { sweep.output(1 + $0, lane: index) }
      : (0..<row.predictions).map { sweep.output(1 + index * row.predictions + $0) }
  }

  /// A further output, by its place behind the predictions.
  public func further(_ index: Int) -> Double {
    sweep.output(1 + row.rows * row.predictions + index)
  }
}
