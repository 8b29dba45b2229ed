import CSweep

/// Weighted sums of the same inputs: a dense layer.
final class LayerRun: SweepRun {
  let layer: SweepPlan.Layer

  init(_ layer: SweepPlan.Layer, _ operations: Range<Int>, _ reach: SweepPlan.Reach) {
    self.layer = layer
    super.init(operations, reach)
  }

  override func compute(_ sweep: Sweep, _ lanes: Int) {
    sweep_weighted_sums(
      layer.units, layer.inputs, lanes, sweep.parameters + layer.weights,
      layer.bias < 0 ? nil : sweep.parameters + layer.bias, sweep.row(layer.input, lanes),
      sweep.result(operations.lowerBound, lanes))
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    if sweep.keepsColumns(lanes) {
      sweep_transpose(
        layer.inputs, lanes, sweep.row(layer.input, lanes), sweep.columns + layer.columns * lanes)
    }
    for target in layer.targets {
      sweep_input_adjoints(
        layer.units, target.inputs.count, lanes,
        sweep.parameters + layer.weights + target.inputs.lowerBound, layer.inputs,
        sweep.adjoint(operations.lowerBound, lanes), sweep.adjoint(target.row, lanes))
    }
  }
}

/// A weighted sum of any rows.
final class WeightedSumRun: SweepRun {
  private let rows: [Int32]
  private let targets: [Int32]

  init(
    _ rows: [Int32], _ targets: [Int32], _ operations: Range<Int>, _ reach: SweepPlan.Reach
  ) {
    self.rows = rows
    self.targets = targets
    super.init(operations, reach)
  }

  override func compute(_ sweep: Sweep, _ lanes: Int) {
    let count = rows.count / 2
    let sum = sweep.result(operations.lowerBound, lanes)
    for term in 0..<count {
      let weight = sweep.row(Int(rows[term]), lanes)
      let input = sweep.row(Int(rows[count + term]), lanes)
      if term == 0 {
        for lane in 0..<lanes { sum[lane] = weight[lane] * input[lane] }
      } else {
        for lane in 0..<lanes { sum[lane] = sum[lane] + weight[lane] * input[lane] }
      }
    }
    guard rows.count > 2 * count else { return }
    let bias = sweep.row(Int(rows[2 * count]), lanes)
    for lane in 0..<lanes { sum[lane] = sum[lane] + bias[lane] }
  }

  override func sendBack(_ sweep: Sweep, _ lanes: Int) {
    guard reach == .always else { return sweep.sendBackWhereReached(operations) }
    let count = rows.count / 2
    let upstream = sweep.adjoint(operations.lowerBound, lanes)
    for (offset, target) in targets.enumerated() where target >= 0 {
      let target = sweep.adjoint(Int(target), lanes)
      if offset < 2 * count {
        let other = sweep.row(Int(rows[offset < count ? offset + count : offset - count]), lanes)
        for lane in 0..<lanes { target[lane] = target[lane] + upstream[lane] * other[lane] }
      } else {
        for lane in 0..<lanes { target[lane] = target[lane] + upstream[lane] }
      }
    }
  }
}
