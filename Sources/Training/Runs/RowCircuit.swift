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

/// A row circuit at work.
public struct RowReplay {
  public let row: RowCircuit
  public var replay: Replay

  /// A circuit at work.
  public init(_ row: RowCircuit) {
    self.row = row
    replay = Replay(row.circuit)
  }

  /// Computes the loss of some rows of data with the masks of a step; without a key nothing is
  /// dropped.
  public mutating func compute(
    _ places: ArraySlice<Int>, of data: Dataset, key: UInt64?, step: Int
  ) {
    var place = row.circuit.parameterCount
    for index in places {
      place = give(data.x, row: index, row.inputs, at: place)
      if let y = data.y { place = give(y, row: index, row.targets, at: place) }
    }
    for mask in row.masks {
      let index = places[places.startIndex + mask.row]
      for unit in 0..<mask.count {
        let isDropped =
          key.map {
            RandomSource.uniform(key: $0, step: step, layer: mask.layer, row: index, unit: unit)
              < mask.probability
          } ?? false
        replay.give(CollectionOfOne(isDropped ? 0 : 1), from: place)
        place += 1
      }
    }
    replay.computeForward()
  }

  private mutating func give(_ matrix: Matrix, row: Int, _ count: Int, at place: Int) -> Int {
    replay.give(matrix.elements[row * matrix.columns..<row * matrix.columns + count], from: place)
    return place + count
  }

  /// Gives what is not learned and not data, such as running statistics.
  public mutating func give(_ others: [Double]) {
    replay.give(others, from: row.circuit.givenCount - row.given)
  }

  /// The loss that was computed.
  public var loss: Double { replay.output(0) }

  /// The prediction for one of the rows.
  public func prediction(_ index: Int = 0) -> [Double] {
    (0..<row.predictions).map { replay.output(1 + index * row.predictions + $0) }
  }

  /// A further output, by its place behind the predictions.
  public func further(_ index: Int) -> Double {
    replay.output(1 + row.rows * row.predictions + index)
  }
}
