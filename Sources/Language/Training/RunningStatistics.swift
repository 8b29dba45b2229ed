import Autodiff
import Training

/// The running statistics of a network while it is trained.
final class RunningStatistics {
  /// The leaves they are written back to in the end.
  let leaves: [NodeID]
  /// Their numbers, in the order of the leaves.
  private(set) var values: [Double]
  private let parts: [Part]

  /// The statistics of one layer of batch normalization, and where its leaves are.
  private struct Part {
    var momentum: Double
    var mean: Range<Int>
    var variance: Range<Int>
  }

  init(_ interpreter: Interpreter, _ subject: TrainingSubject) {
    leaves = interpreter.givenLeaves(subject)
    values = leaves.map(interpreter.graph.value)
    var parts: [Part] = []
    var place = 0
    for layer in subject.network?.allLayers ?? [] {
      guard let norm = layer as? BatchNormLayer else { continue }
      parts.append(
        Part(
          momentum: norm.momentum, mean: place..<place + norm.width,
          variance: place + norm.width..<place + 2 * norm.width))
      place += 2 * norm.width
    }
    self.parts = parts
  }

  /// Puts other numbers in their place.
  func restore(_ values: [Double]) { self.values = values }

  /// Moves them towards what the layers were given in a batch.
  func update(_ batch: RowSweep) {
    var output = 0
    for part in parts {
      let width = part.mean.count
      let rows = (0..<batch.row.rows).map { row in
        (0..<width).map { batch.further(output + row * width + $0) }
      }
      output += batch.row.rows * width
      let updated = BatchNorm.updated(
        BatchNorm.Statistics(
          mean: Array(values[part.mean]), variance: Array(values[part.variance])),
        by: rows, momentum: part.momentum)
      values.replaceSubrange(part.mean, with: updated.mean)
      values.replaceSubrange(part.variance, with: updated.variance)
    }
  }
}
