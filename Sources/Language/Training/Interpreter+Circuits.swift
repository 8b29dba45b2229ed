import Autodiff
import Reporting
import Training

/// The loss of rows of data as nodes, and cut out as a circuit.
extension Interpreter {
  /// What is to be trained, in order: the parameters the loss depends on but those that are frozen.
  struct Trained {
    var parameters = Parameters()
    var nodes: [NodeID] = []
    /// How many numbers a prediction has.
    var predictions = 0
  }

  /// The parameters some output depends on, but those that are frozen.
  func trained(_ output: NodeID, freeze: Set<NodeID>, only: Set<NodeID>? = nil) -> Trained {
    var trained = Trained()
    let reached = Set(graph.leaves(below: output))
    for leaf in leaves() where leaf.role == .param {
      let nodes = leaf.nodes.filter {
        reached.contains($0) && !freeze.contains($0) && only?.contains($0) ?? true
      }
      guard !nodes.isEmpty else { continue }
      trained.parameters.add(
        leaf.name, nodes.count == leaf.nodes.count ? leaf.shape : .vector(nodes.count),
        nodes.map(graph.value), isWeight: isWeight(leaf.name))
      trained.nodes += nodes
    }
    return trained
  }

  /// Whether penalties and weight clipping count a parameter: all but biases and scales of networks.
  private func isWeight(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: "."),
      case .network(let network)? = names.value(of: String(name[..<dot]))
    else { return true }
    return network.tensor(String(name[name.index(after: dot)...]))?.isWeight ?? true
  }

  /// The nodes of the loss of some rows.
  struct RowNodes {
    /// The loss: of one row, or the mean over several.
    var loss: NodeID
    /// The loss of each row.
    var losses: [NodeID]
    var inputs: [[NodeID]]
    var targets: [[NodeID]]
    var predictions: [[NodeID]]
    var pass: NetworkPass?
  }

  /// Builds the loss of rows whose inputs and targets are given as nodes.
  func rowNodes(
    _ subject: TrainingSubject, inputs: [[NodeID]], targets: [[NodeID]], isTraining: Bool
  ) throws(Diagnostic) -> RowNodes {
    var pass: NetworkPass?
    var predictions: [[NodeID]] = []
    if let network = subject.network {
      let made = NetworkPass(self, network, isTraining: isTraining, at: subject.range)
      predictions = try made.run(inputs)
      pass = made
    } else {
      for row in inputs {
        let value = try call(subject.function, with: [value(row)], at: subject.range)
        let prediction = try tensor(
          value, "what '\(subject.function.name)' gives", at: subject.range)
        predictions.append(prediction.elements.map(node))
      }
    }
    var losses: [NodeID] = []
    for (prediction, target) in zip(predictions, targets) {
      try refuseMismatch(subject, gives: prediction.count, targets: target.count)
      let value = try call(
        subject.loss, with: [self.value(prediction), self.value(target)], at: subject.range)
      losses.append(try scalarNode(value, "the loss of a row", at: subject.range))
    }
    var loss = losses[0]
    if losses.count > 1, let mean = Operators.named("mean") {
      loss = try add(mean, losses, .none, at: subject.range)
    }
    return RowNodes(
      loss: loss, losses: losses, inputs: inputs, targets: targets, predictions: predictions,
      pass: pass)
  }

  /// Refuses a network or function whose numbers a loss of the language cannot compare with the
  /// targets.
  private func refuseMismatch(_ subject: TrainingSubject, gives count: Int, targets: Int)
    throws(Diagnostic)
  {
    guard case .builtin(let builtin) = subject.loss.source, let loss = Losses.named(builtin.name)
    else { return }
    let isOfClasses = loss.target == .classes
    guard isOfClasses ? count == 1 || targets != 1 && targets != count : targets != count else {
      return
    }
    throw TrainingProblem.predictionWidth(
      of: subject.function.name, loss: loss.name, gives: count, targets: targets,
      isOfClasses: isOfClasses
    ).diagnostic(at: subject.range)
  }

  /// A row of nodes as a function is given it: a scalar if there is just one.
  private func value(_ row: [NodeID]) -> Value {
    simplified(
      Tensor(
        shape: row.count == 1 ? .scalar : .vector(row.count), elements: row.map { .node($0) }))
  }

  /// The parameters of what is trained, found by building the loss of one row.
  func trained(_ subject: TrainingSubject, freeze: Set<NodeID>) throws(Diagnostic) -> Trained {
    try temporarily { () throws(Diagnostic) in
      let rows = try rowNodes(
        subject, inputs: [leaves(subject.data.set.x.columns, "x")],
        targets: [leaves(subject.data.set.y?.columns ?? 0, "target")], isTraining: true)
      var trained = trained(rows.loss, freeze: freeze)
      trained.predictions = rows.predictions[0].count
      return trained
    }
  }

  /// Refuses to train layers on a single row whose rows depend on one another.
  func refuseLoneRow(of count: Int, _ subject: TrainingSubject) throws(Diagnostic) {
    guard count == 1, subject.network?.couplesRows == true else { return }
    throw TrainingProblem.batchOfOne(rowsLeft: false).diagnostic(at: subject.range)
  }

  /// The circuit of the loss of so many rows, of which the gradients of some nodes are wanted.
  func circuit(
    _ subject: TrainingSubject, parameters: [NodeID], rows count: Int, isTraining: Bool
  ) throws(Diagnostic) -> RowCircuit {
    if isTraining { try refuseLoneRow(of: count, subject) }
    return try temporarily { () throws(Diagnostic) in
      let (inputs, targets) = (subject.data.set.x.columns, subject.data.set.y?.columns ?? 0)
      try foresee(nodes: count * (inputs + targets), at: subject.range)
      let rows = try rowNodes(
        subject, inputs: (0..<count).map { _ in leaves(inputs, "x") },
        targets: (0..<count).map { _ in leaves(targets, "target") }, isTraining: isTraining)
      let masks = rows.pass?.masks ?? []
      let others = isTraining ? [] : givenLeaves(subject)
      let statistics = rows.pass?.statistics.flatMap { $0.rows.flatMap { $0 } } ?? []
      let given =
        zip(rows.inputs, rows.targets).flatMap { $0 + $1 } + masks.flatMap(\.nodes) + others
      let circuit = Circuit(
        graph, outputs: [rows.loss] + rows.predictions.flatMap { $0 } + statistics,
        parameters: parameters, inputs: given)
      return RowCircuit(
        circuit, rows: count, inputs: inputs, targets: targets,
        predictions: rows.predictions[0].count,
        masks: masks.map {
          RowCircuit.Mask(
            layer: $0.layer, row: $0.row, probability: $0.probability, count: $0.nodes.count)
        }, given: others.count)
    }
  }

  /// The leaves of a network that are given rather than learned: its running statistics.
  func givenLeaves(_ subject: TrainingSubject) -> [NodeID] {
    subject.network?.tensors.filter { $0.role == .input }.flatMap(\.nodes) ?? []
  }

  /// Leaves that stand for the numbers of a row.
  func leaves(_ count: Int, _ name: String) -> [NodeID] {
    let shape: Shape = count == 1 ? .scalar : .vector(count)
    return (0..<count).map { place in
      let leaf = graph.addLeaf(1, at: .none)
      graph.name(leaf, name, shape: shape, element: place)
      return leaf
    }
  }

  /// The loss over some rows of a run's data as nodes of the session's graph, at the parameters as
  /// they are now, as it is while training; with what a step drops, if it is one step's.
  func lossNodes(_ subject: TrainingSubject, rows places: [Int], of step: RunBatch? = nil)
    throws(Diagnostic) -> RowNodes
  {
    let set = subject.data.set
    func nodes(_ matrix: Matrix, _ row: Int) -> [NodeID] {
      matrix.elements[row * matrix.columns..<(row + 1) * matrix.columns].map {
        graph.constant($0)
      }
    }
    let rows = try rowNodes(
      subject, inputs: places.map { nodes(set.x, $0) },
      targets: places.map { row in set.y.map { nodes($0, row) } ?? [] }, isTraining: true)
    if let step { drop(rows.pass?.masks ?? [], places, step) }
    return rows
  }

  /// Drops the units that a step drops.
  private func drop(_ masks: [DropoutMask], _ places: [Int], _ step: RunBatch) {
    guard let first = masks.flatMap(\.nodes).min() else { return }
    for mask in masks {
      for (unit, node) in mask.nodes.enumerated() {
        let draw = RandomSource.uniform(
          key: step.key, step: step.done, layer: mask.layer, row: places[mask.row], unit: unit)
        graph.set(node, to: draw < mask.probability ? 0 : 1)
      }
    }
    graph.reevaluate(from: first)
  }
}
