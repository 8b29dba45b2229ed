import Autodiff
import Reporting
import Training

/// A small network over rows of data, written out on one tape: what training must agree with.
///
/// x → three units of tanh → dropout → perhaps less their mean over the batch → one unit, squared error.
struct RowsOnATape {
  static let parameterCount = 3 * 2 + 3 + 3 + 1
  static let dropout = 0.3

  let data: Dataset
  let normalizes: Bool
  /// What the masks depend on.
  let key: UInt64 = 7

  init(rows: Int, normalizes: Bool) {
    var dice = Dice(UInt64(rows))
    data = Dataset(
      x: Matrix(rows: rows, columns: 2, elements: (0..<2 * rows).map { _ in dice.number() }),
      y: Matrix(rows: rows, columns: 1, elements: (0..<rows).map { _ in dice.number() }))
    self.normalizes = normalizes
  }

  /// The parameters to begin with.
  static var start: Parameters {
    var dice = Dice(3)
    var parameters = Parameters()
    let counts = [("w1", 6, true), ("b1", 3, false), ("w2", 3, true), ("b2", 1, false)]
    for (name, count, isWeight) in counts {
      parameters.add(
        name, .vector(count), (0..<count).map { _ in dice.number() }, isWeight: isWeight)
    }
    return parameters
  }

  /// The loss of some rows, with the leaves that training gives: a row's numbers, then its masks.
  private func add(
    to graph: inout Graph, _ parameters: [NodeID], rows: Int
  ) -> (losses: [NodeID], predictions: [NodeID], data: [[NodeID]], masks: [[NodeID]]) {
    func leaves(_ count: Int) -> [NodeID] { (0..<count).map { _ in graph.addLeaf(0, at: .none) } }
    func add(_ name: String, _ operands: [NodeID]) -> NodeID {
      guard
        let id = Operators.candidates(named: name).first(where: {
          Operators[$0].operandCount.contains(operands.count)
        })
      else { return operands[0] }
      return graph.add(id, operands, at: .none)
    }
    let data = (0..<rows).map { _ in leaves(3) }
    let masks = (0..<rows).map { _ in leaves(3) }
    let kept = graph.addLeaf(1 / (1 - Self.dropout), at: .none)
    var hidden = (0..<rows).map { row in
      (0..<3).map { unit -> NodeID in
        let weights = Array(parameters[2 * unit..<2 * unit + 2])
        let z = add("dot", weights + data[row][..<2] + [parameters[6 + unit]])
        return add("mul", [add("tanh", [z]), add("mul", [masks[row][unit], kept])])
      }
    }
    if normalizes {
      for unit in 0..<3 {
        let column = hidden.map { $0[unit] }
        let mean = add("mean", column)
        for row in 0..<rows { hidden[row][unit] = add("sub", [hidden[row][unit], mean]) }
      }
    }
    let predictions = (0..<rows).map { row in
      add("dot", Array(parameters[9..<12]) + hidden[row] + [parameters[12]])
    }
    let losses = (0..<rows).map { row -> NodeID in
      let error = add("sub", [predictions[row], data[row][2]])
      return add("mul", [error, error])
    }
    return (losses, predictions, data, masks)
  }

  /// The rows as training takes them.
  var loss: DataLoss {
    let rows: DataLoss.Rows =
      normalizes
      ? .together { (rows) throws(Diagnostic) in self.circuit(rows: rows) }
      : .separate(circuit(rows: 1))
    return DataLoss(rows, data: data, key: key) { (_) throws(Diagnostic) in }
  }

  private func circuit(rows: Int) -> RowCircuit {
    var graph = Graph()
    let parameters = Self.start.values.map { graph.addLeaf($0, at: .none) }
    let parts = add(to: &graph, parameters, rows: rows)
    let mean = mean(of: parts.losses, &graph)
    let circuit = Circuit(
      graph, outputs: [mean] + parts.predictions,
      parameters: parameters, inputs: parts.data.flatMap { $0 } + parts.masks.flatMap { $0 })
    return RowCircuit(
      circuit, rows: rows, inputs: 2, targets: 1, predictions: 1,
      masks: (0..<rows).map { .init(layer: 1, row: $0, probability: Self.dropout, count: 3) })
  }

  /// The mean loss of a batch and its gradient, from the tape of all its rows.
  func onTape(_ batch: ArraySlice<Int>, _ values: [Double], step: Int) -> (Double, [Double]) {
    var graph = Graph()
    let parameters = values.map { graph.addLeaf($0, at: .none) }
    let parts = add(to: &graph, parameters, rows: batch.count)
    for (place, row) in batch.enumerated() {
      let given = Array(data.x.row(row)) + [data.y?.elements[row] ?? 0]
      for (leaf, number) in zip(parts.data[place], given) { graph.set(leaf, to: number) }
      for (unit, leaf) in parts.masks[place].enumerated() {
        let draw = RandomSource.uniform(key: key, step: step, layer: 1, row: row, unit: unit)
        graph.set(leaf, to: draw < Self.dropout ? 0 : 1)
      }
    }
    if let first = parts.data.first?.first { graph.reevaluate(from: first) }
    let output = mean(of: parts.losses, &graph)
    let tape = Tape(of: output, in: graph)
    return (graph.value(of: output), parameters.map { tape.gradient(at: $0) })
  }

  private func mean(of losses: [NodeID], _ graph: inout Graph) -> NodeID {
    guard losses.count > 1, let mean = Operators.named("mean") else { return losses[0] }
    return graph.add(mean, losses, at: .none)
  }
}

/// Small numbers on either side of 0, the same in every run.
private struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-52 - 1
  }
}
