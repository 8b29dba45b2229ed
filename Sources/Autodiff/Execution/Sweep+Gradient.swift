import CSweep

extension Sweep {
  /// Computes every operation in every sample.
  public func computeForward() {
    refreshRowsOfParameters()
    let lanes = lanes
    for run in runs { run._withUnsafeGuaranteedRef { $0.compute(self, lanes) } }
  }

  /// Sends a gradient from the first output of every sample back to the parameters.
  public func computeBackward(seed: Double) {
    guard let output = circuit.outputs.first else { return }
    let lanes = lanes
    adjoints.update(
      repeating: Sweep.nothing, count: (circuit.operations.count + plan.slots.count) * lanes)
    arrived?.update(repeating: false, count: circuit.operations.count * lanes)
    if output >= circuit.firstOperation {
      let operation = output - circuit.firstOperation
      adjoint(operation, lanes).update(repeating: seed, count: lanes)
      arrived?.advanced(by: operation * lanes).update(repeating: true, count: lanes)
    } else if output < circuit.parameterCount {
      isReached[output] = true
      for _ in 0..<lanes { gathered[output] = gathered[output] + seed }
    }
    for run in runsBack { run._withUnsafeGuaranteedRef { $0.sendBack(self, lanes) } }
    gather(lanes)
  }

  /// Whether the gradient has come to an operation in a sample.
  func hasArrived(_ operation: Int, _ lane: Int, _ lanes: Int) -> Bool {
    plan.reach[operation] == .always || arrived?[operation * lanes + lane] ?? true
  }

  /// Adds to what has come back in one sample, where it does not in every one.
  func send(_ contribution: Double, to target: Int, _ lane: Int, _ lanes: Int) {
    let row = adjoint(target, lanes)
    row[lane] = row[lane] + contribution
    if target < circuit.operations.count {
      arrived?[target * lanes + lane] = true
    } else {
      isReached[plan.slots[target - circuit.operations.count]] = true
    }
  }

  /// Sends back through operations that the gradient reaches in some samples only.
  func sendBackWhereReached(_ operations: Range<Int>) {
    for operation in operations.reversed() {
      let (rule, settings) = (
        circuit.operations[operation].operation, circuit.operations[operation].settings
      )
      let first = Int(circuit.operations[operation].first)
      let operands = first..<first + Int(circuit.operations[operation].count)
      for lane in 0..<lanes where hasArrived(operation, lane, lanes) {
        let numbers = operands.map { row(Int(plan.rows[$0]), lanes)[lane] }
        let locals = rule.derivatives(numbers, result(operation, lanes)[lane], settings)
        for (operand, local) in zip(operands, locals) where plan.targets[operand] >= 0 {
          guard let local else { continue }
          send(
            adjoint(operation, lanes)[lane] * local, to: Int(plan.targets[operand]), lane, lanes)
        }
      }
    }
  }

  /// Adds what has come back to the parameters in all samples, the last of them first.
  private func gather(_ lanes: Int) {
    for block in plan.weightBlocks {
      sweep_weight_gradients(
        block.units, block.inputs, lanes, uses + block.uses.lowerBound, block.uses.count,
        gathered + block.weights)
    }
    for use in plan.singleUses {
      sweep_row_sums(use.count, lanes, adjoint(use.row, lanes), gathered + use.parameter)
    }
    for use in plan.manyUses {
      for lane in (0..<lanes).reversed() {
        for row in use.rows {
          gathered[use.parameter] = gathered[use.parameter] + adjoint(row, lanes)[lane]
        }
      }
    }
  }
}
