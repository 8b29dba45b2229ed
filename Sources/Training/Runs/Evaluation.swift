import Autodiff
public import Reporting

/// The loss and the right answers over rows of data as a trained function sees them, nothing
/// dropped and running statistics used.
public struct Evaluation {
  private let rows: RowSweep
  private let data: Dataset
  private let isRight: (([Double], [Double]) -> Bool)?

  /// An evaluation; `isRight` tells whether a prediction gives the target, where that can be told.
  public init(
    _ circuit: RowCircuit, data: Dataset, isRight: (([Double], [Double]) -> Bool)?
  ) {
    rows = RowSweep(circuit, data: data, capacity: min(data.count, DataLoss.rowsAtOnce))
    self.data = data
    self.isRight = isRight
  }

  /// The mean loss, and the share of right answers.
  public func measure(
    at parameters: [Double], others: [Double], poll: (Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> (loss: Double, accuracy: Double?) {
    rows.sweep.give(parameters: parameters)
    var losses: [Double] = []
    losses.reserveCapacity(data.count)
    var right = 0
    let all = Array(0..<data.count)
    for start in stride(from: 0, to: all.count, by: rows.capacity) {
      let places = all[start..<min(start + rows.capacity, all.count)]
      try poll(places.count)
      rows.sweep.begin(lanes: places.count)
      rows.give(others)
      rows.compute(places, key: nil, step: 0)
      for (lane, place) in places.enumerated() {
        losses.append(rows.loss(lane))
        if let isRight, let y = data.y {
          let target = Array(y.elements[place * y.columns..<(place + 1) * y.columns])
          if isRight(rows.prediction(lane), target) { right += 1 }
        }
      }
    }
    return (
      Double.mean(losses), isRight.map { _ in Double(right) / Double(max(data.count, 1)) }
    )
  }
}
