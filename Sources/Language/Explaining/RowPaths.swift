import Autodiff
import Reporting
import Training

/// The paths of a gradient of a mean over rows of data, found row by row.
///
/// The circuit of one row is swept over the rows, as in training, and asked for the numbers of the
/// nodes on the way alone; only the rows whose paths are shown are ever written out.
struct RowPaths {
  /// A path and its row.
  private struct Candidate {
    var row: Int
    var path: GradientPath
    /// The numbers of the nodes that were read.
    var numbers: [Double]
  }

  /// What each row sends, in the order of the rows.
  private(set) var sent: [(row: Int, gradient: Double)] = []
  /// How many paths there are, and the sum of their magnitudes.
  private(set) var count = 0.0
  private(set) var magnitude = 0.0
  private var best: [Candidate] = []

  /// Whether the loss of a row does not depend on the parameter at all.
  var isEmpty: Bool { routes.isEmpty }
  /// The sum of all products.
  var sum: Double { sent.reversed().reduce(0) { $0 + $1.gradient } }

  /// The ways within one row, and where their numbers are read.
  private let routes: Routes
  private let read: [NodeID]
  private let most: Int

  /// The paths from the loss of one row, which is in the graph, to a parameter.
  init(
    _ row: Interpreter.RowNodes, to target: NodeID, madeAfter count: Int, in graph: Graph, most: Int
  ) {
    routes = Routes(from: row.loss, to: target, in: graph)
    self.most = most
    var isRead: Set<NodeID> = []
    for node in routes.nodes {
      for other in [node] + graph.operands(of: node) {
        if other.index >= count, !graph.isConstant(other) { isRead.insert(other) }
      }
    }
    read = isRead.sorted()
  }

  /// Goes through some rows of data.
  mutating func go(
    through places: [Int], of row: Interpreter.RowNodes, parameters: [NodeID],
    _ subject: TrainingSubject, key: UInt64, step: Int, _ interpreter: Interpreter
  ) throws(Diagnostic) {
    let (graph, read) = (interpreter.graph, read)
    let masks = row.pass?.masks ?? []
    let given = zip(row.inputs, row.targets).flatMap { $0 + $1 } + masks.flatMap(\.nodes)
    let circuit = Circuit(
      graph, outputs: [row.loss] + read, parameters: parameters, inputs: given)
    let sweep = RowSweep(
      RowCircuit(
        circuit, rows: 1, inputs: row.inputs[0].count, targets: row.targets[0].count,
        predictions: 0,
        masks: masks.map {
          RowCircuit.Mask(
            layer: $0.layer, row: $0.row, probability: $0.probability, count: $0.nodes.count)
        }), data: subject.data.set, capacity: min(places.count, 64))
    let first = places.count == 1 ? 1 : 1 / Double(places.count)
    var state = graph.values
    for start in stride(from: 0, to: places.count, by: sweep.capacity) {
      let block = places[start..<min(start + sweep.capacity, places.count)]
      try interpreter.spend(block.count * (1 + circuit.work / 64), at: subject.range)
      sweep.compute(block, key: key, step: step)
      for (lane, place) in block.enumerated() {
        for (index, node) in read.enumerated() {
          state[Int(node.index)] = sweep.sweep.output(1 + index, lane: lane)
        }
        let slopes = routes.slopes(in: graph, with: state)
        take(routes.best(most, slopes: slopes, first: first), place) {
          read.indices.map { sweep.sweep.output(1 + $0, lane: lane) }
        }
      }
    }
  }

  private mutating func take(_ found: BestPaths, _ row: Int, _ numbers: () -> [Double]) {
    sent.append((row, found.sum))
    count += found.count
    magnitude += found.magnitude
    var known: [Double]?
    for path in found.paths {
      guard best.count < most || path.size > (best.last?.path.size ?? 0) else { return }
      let here = known ?? numbers()
      known = here
      let place = best.firstIndex { path.size > $0.path.size } ?? best.count
      best.insert(Candidate(row: row, path: path, numbers: here), at: place)
      if best.count > most { best.removeLast() }
    }
  }

  /// The best paths of all rows, with what stands above the loss of a row.
  func explained(_ head: [ExplainedPath.Head], in graph: Graph) -> [ExplainedPath] {
    best.map { candidate in
      ExplainedPath(
        head: head, firstTitle: "loss of row \(candidate.row + 1)", path: candidate.path,
        state: GraphState(graph, setting: read, to: candidate.numbers), row: candidate.row + 1)
    }
  }
}

extension GradientPath {
  /// What paths are ranked by; a nan outranks everything, since it is what the sum becomes.
  var size: Double { product.isNaN ? .infinity : abs(product) }
}
