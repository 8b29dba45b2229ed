import CSweep

extension Sweep {
  /// Computes every operation in every sample.
  public func computeForward() {
    refreshRowsOfParameters()
    for run in plan.runs {
      let first = run.operations.lowerBound
      switch run.work {
      case .layer(let layer):
        sweep_weighted_sums(
          layer.units, layer.inputs, lanes, parameters + layer.weights,
          layer.bias < 0 ? nil : parameters + layer.bias, row(layer.input), result(first))
      case .unary(let kernel, let port):
        let (calls, count) = run.calls(lanes)
        for call in 0..<calls {
          kernel.values(
            count, row(port.row + call * port.step), result(first + call), run.settings)
        }
      case .binary(let kernel, let a, let b):
        let (calls, count) = run.calls(lanes)
        for call in 0..<calls {
          kernel.values(
            count, row(a.row + call * a.step), row(b.row + call * b.step), result(first + call),
            run.settings)
        }
      case .weightedSum: computeWeightedSum(first)
      case .list(let rule):
        for lane in 0..<lanes {
          collectArguments(of: first, lane)
          result(first)[lane] = rule.value(arguments, run.settings)
        }
      case .vector(_, let elements):
        for lane in 0..<lanes {
          collectArguments(of: first, lane)
          for (offset, element) in elements(arguments, run.settings).enumerated() {
            result(first + offset)[lane] = element
          }
        }
      }
    }
  }

  /// The operands of an operation in the lists of rows.
  func operands(of operation: Int) -> Range<Int> {
    let first = Int(circuit.operations[operation].first)
    return first..<first + Int(circuit.operations[operation].count)
  }

  private func collectArguments(of operation: Int, _ lane: Int) {
    arguments.removeAll(keepingCapacity: true)
    for operand in operands(of: operation) {
      arguments.append(row(Int(plan.rows[operand]))[lane])
    }
  }

  private func computeWeightedSum(_ operation: Int) {
    let operands = operands(of: operation)
    let count = operands.count / 2
    let sum = result(operation)
    for term in 0..<count {
      let weight = row(Int(plan.rows[operands.lowerBound + term]))
      let input = row(Int(plan.rows[operands.lowerBound + count + term]))
      if term == 0 {
        for lane in 0..<lanes { sum[lane] = weight[lane] * input[lane] }
      } else {
        for lane in 0..<lanes { sum[lane] = sum[lane] + weight[lane] * input[lane] }
      }
    }
    guard operands.count > 2 * count else { return }
    let bias = row(Int(plan.rows[operands.upperBound - 1]))
    for lane in 0..<lanes { sum[lane] = sum[lane] + bias[lane] }
  }
}

extension SweepPlan.Run {
  /// How many calls of a kernel a run takes, and how many numbers each is about.
  func calls(_ lanes: Int) -> (calls: Int, count: Int) {
    isEven ? (1, operations.count * lanes) : (operations.count, lanes)
  }
}
