import CSweep

extension Sweep {
  /// Sends a gradient from the first output of every sample back to the parameters.
  public func computeBackward(seed: Double) {
    guard let output = circuit.outputs.first else { return }
    adjoints.update(
      repeating: Sweep.nothing, count: (circuit.operations.count + plan.slots.count) * lanes)
    arrived?.update(repeating: false, count: circuit.operations.count * lanes)
    if output >= circuit.firstOperation {
      let operation = output - circuit.firstOperation
      adjoint(operation).update(repeating: seed, count: lanes)
      arrived?.advanced(by: operation * lanes).update(repeating: true, count: lanes)
    } else if output < circuit.parameterCount {
      isReached[output] = true
      for _ in 0..<lanes { gathered[output] = gathered[output] + seed }
    }
    for run in plan.runs.reversed() { sendBack(run) }
    gather()
  }

  private func sendBack(_ run: SweepPlan.Run) {
    let first = run.operations.lowerBound
    guard run.reach != .never else { return }
    switch run.work {
    case .layer(let layer): sendBack(layer, adjoint(first))
    case .weightedSum where run.reach == .always: sendBackWeightedSum(first)
    case .unary(let kernel, let port) where run.reach == .always && port.target >= 0:
      let (calls, count) = run.calls(lanes)
      for call in (0..<calls).reversed() {
        kernel.sendBack(
          count, row(port.row + call * port.step), result(first + call), adjoint(first + call),
          adjoint(port.target + call * port.targetStep), run.settings)
      }
    case .binary(let kernel, let a, let b) where run.reach == .always:
      let (calls, count) = run.calls(lanes)
      for call in (0..<calls).reversed() {
        let (x, y) = (row(a.row + call * a.step), row(b.row + call * b.step))
        if a.target >= 0 {
          kernel.sendBackA(
            count, x, y, result(first + call), adjoint(first + call),
            adjoint(a.target + call * a.targetStep), run.settings)
        }
        if b.target >= 0 {
          kernel.sendBackB(
            count, x, y, result(first + call), adjoint(first + call),
            adjoint(b.target + call * b.targetStep), run.settings)
        }
      }
    case .list(let rule) where run.reach == .always: sendBackList(first, rule)
    case .vector(let rule, _) where run.reach == .always:
      for operation in run.operations.reversed() { sendBackList(operation, rule) }
    case .unary, .binary, .weightedSum, .list, .vector:
      for operation in run.operations.reversed() { sendBackWhereReached(operation) }
    }
  }

  private func sendBack(_ layer: SweepPlan.Layer, _ upstream: UnsafeMutablePointer<Double>) {
    sweep_transpose(
      layer.inputs, lanes, row(layer.input), columns + layer.columns * lanes)
    for target in layer.targets {
      sweep_input_adjoints(
        layer.units, target.inputs.count, lanes,
        parameters + layer.weights + target.inputs.lowerBound, layer.inputs, upstream,
        adjoint(target.row))
    }
  }

  private func sendBackWeightedSum(_ operation: Int) {
    let operands = operands(of: operation)
    let count = operands.count / 2
    let upstream = adjoint(operation)
    for operand in operands where plan.targets[operand] >= 0 {
      let offset = operand - operands.lowerBound
      let target = adjoint(Int(plan.targets[operand]))
      if offset < 2 * count {
        let other = row(Int(plan.rows[offset < count ? operand + count : operand - count]))
        for lane in 0..<lanes { target[lane] = target[lane] + upstream[lane] * other[lane] }
      } else {
        for lane in 0..<lanes { target[lane] = target[lane] + upstream[lane] }
      }
    }
  }

  /// Sends back through an operator of a list, eight samples at a time.
  private func sendBackList(_ operation: Int, _ rule: Operator.VariadicBody) {
    let operands = operands(of: operation)
    let settings = circuit.operations[operation].settings
    let (upstream, value) = (adjoint(operation), result(operation))
    let routes = circuit.operations[operation].operation.routes
    for start in stride(from: 0, to: lanes, by: Lanes.count) {
      let last = min(start + Lanes.count, lanes) - 1
      bundles.removeAll(keepingCapacity: true)
      for operand in operands {
        let row = row(Int(plan.rows[operand]))
        bundles.append(Lanes { row[min(start + $0, last)] })
      }
      let locals = rule.derivativesOfLanes(
        bundles, Lanes { value[min(start + $0, last)] }, settings)
      for (offset, local) in locals.enumerated() {
        let target = Int(plan.targets[operands.lowerBound + offset])
        guard let local, target >= 0 else { continue }
        if routes {
          for lane in start...last {
            send(local[lane - start], from: operation, to: target, lane, routes: true)
          }
        } else {
          let target = adjoint(target)
          for lane in start...last {
            target[lane] = target[lane] + upstream[lane] * local[lane - start]
          }
        }
      }
    }
  }

  /// Sends back through an operation that the gradient reaches in some samples only.
  private func sendBackWhereReached(_ operation: Int) {
    let operands = operands(of: operation)
    let (rule, settings) = (
      circuit.operations[operation].operation, circuit.operations[operation].settings
    )
    for lane in 0..<lanes where hasArrived(operation, lane) {
      arguments.removeAll(keepingCapacity: true)
      for operand in operands { arguments.append(row(Int(plan.rows[operand]))[lane]) }
      let locals = rule.derivatives(arguments, result(operation)[lane], settings)
      for (operand, local) in zip(operands, locals) where plan.targets[operand] >= 0 {
        guard let local else { continue }
        send(
          local, from: operation, to: Int(plan.targets[operand]), lane, routes: rule.routes)
      }
    }
  }

  private func hasArrived(_ operation: Int, _ lane: Int) -> Bool {
    plan.reach[operation] == .always || arrived?[operation * lanes + lane] ?? true
  }

  /// Sends from an operation in one sample, unless nothing has come to it or a choice was made
  /// against this operand.
  private func send(_ local: Double, from operation: Int, to target: Int, _ lane: Int, routes: Bool)
  {
    guard hasArrived(operation, lane), !(routes && local == 0) else { return }
    let row = adjoint(target)
    row[lane] = row[lane] + adjoint(operation)[lane] * local
    if target < circuit.operations.count {
      arrived?[target * lanes + lane] = true
    } else {
      isReached[plan.slots[target - circuit.operations.count]] = true
    }
  }

  // MARK: Parameters

  /// Adds what has come back to the parameters in all samples, the last of them first.
  private func gather() {
    for place in 0..<circuit.parameterCount where plan.isParameterReached[place] {
      isReached[place] = true
    }
    for block in plan.weightBlocks {
      let uses = block.uses.map {
        sweep_use(upstream: adjoint($0.upstream), inputs: columns + $0.columns * lanes)
      }
      uses.withUnsafeBufferPointer {
        sweep_weight_gradients(
          block.units, block.inputs, lanes, $0.baseAddress, $0.count, gathered + block.weights)
      }
    }
    for use in plan.singleUses {
      sweep_row_sums(use.count, lanes, adjoint(use.row), gathered + use.parameter)
    }
    for use in plan.manyUses {
      for lane in (0..<lanes).reversed() {
        for row in use.rows {
          gathered[use.parameter] = gathered[use.parameter] + adjoint(row)[lane]
        }
      }
    }
  }
}
