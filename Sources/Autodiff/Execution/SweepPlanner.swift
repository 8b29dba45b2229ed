import CSweep

/// Plans how a circuit is swept.
struct SweepPlanner {
  let circuit: Circuit
  var plan = SweepPlan()
  /// The layers, by their first operation.
  private var layers: [Int: SweepPlan.Layer] = [:]
  /// The row of each place; -1 for parameters without one.
  private var rowOfPlace: [Int32] = []
  /// Whether each operand is sent a gradient, in the order of the circuit's operands.
  private var isSent: [Bool] = []

  private init(_ circuit: Circuit) { self.circuit = circuit }

  /// The plan for a circuit.
  static func plan(_ circuit: Circuit) -> SweepPlan {
    var planner = SweepPlanner(circuit)
    planner.findReach()
    planner.findLayers()
    planner.placeRows()
    planner.formRuns()
    planner.collectUses()
    return planner.plan
  }

  private var first: Int { circuit.firstOperation }
  private var parameters: Int { circuit.parameterCount }

  /// Whether anything is sent back through an operation.
  private func isActive(_ operation: Int) -> Bool {
    plan.reach[operation] != .never && circuit.isVariable[first + operation]
  }

  // MARK: Reach

  private mutating func findReach() {
    plan.reach = Array(repeating: .never, count: circuit.operations.count)
    plan.isParameterReached = Array(repeating: false, count: parameters)
    isSent = Array(repeating: false, count: circuit.operands.count)
    guard let output = circuit.outputs.first else { return }
    reach(output, .always)
    var isPicked = Array(repeating: false, count: circuit.operations.count)
    for index in circuit.operations.indices.reversed() where isActive(index) {
      let operation = circuit.operations[index]
      let sends = SweepPlanner.sends(operation)
      // Of a vector from which one element is picked, one is reached in every sample.
      if plan.reach[index] == .always, let vector = pickedVector(index) {
        for element in vector { isPicked[element] = true }
      }
      let reached: SweepPlan.Reach =
        isPicked[index] ? .always : operation.operation.routes ? .sometimes : plan.reach[index]
      for (offset, place) in circuit.operands(of: index).enumerated()
      where circuit.isVariable[Int(place)] && sends?[offset] ?? true {
        isSent[Int(operation.first) + offset] = true
        reach(Int(place), reached)
      }
    }
    plan.areAllReached = plan.isParameterReached.allSatisfy { $0 }
  }

  /// The operations of a whole vector of which an operation picks one element; nil if it does not.
  private func pickedVector(_ index: Int) -> Range<Int>? {
    let places = circuit.operands(of: index).dropLast()
    guard circuit.operations[index].operation.identity == ObjectIdentifier(Pick.self),
      let start = places.first.map({ Int($0) - first }), start >= 0,
      SweepPlanner.followOneAnother(places), vectorLength(at: start) == places.count
    else { return nil }
    return start..<start + places.count
  }

  private mutating func reach(_ place: Int, _ reach: SweepPlan.Reach) {
    if place >= first {
      if reach.rawValue > plan.reach[place - first].rawValue { plan.reach[place - first] = reach }
    } else if place < parameters, reach == .always {
      plan.isParameterReached[place] = true
    }
  }

  /// To which operands an operation sends anything, whatever the numbers; nil if to all.
  private static func sends(_ operation: Circuit.Operation) -> [Bool]? {
    guard case .variadic(let rule) = operation.operation.body,
      operation.operation.identity != ObjectIdentifier(Dot.self)
    else { return nil }
    let ones = Array(repeating: 1.0, count: Int(operation.count))
    return rule.derivatives(ones, 1, operation.settings).map { $0 != nil }
  }

  // MARK: Layers

  private mutating func findLayers() {
    var index = 0
    while index < circuit.operations.count {
      guard var layer = layer(of: index) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < circuit.operations.count, plan.reach[index] == plan.reach[start],
        let next = self.layer(of: index), layer.isContinued(by: next)
      {
        layer.units += 1
        index += 1
      }
      layers[start] = layer
    }
    keepLayersAlone()
  }

  /// The layer of one unit that an operation is, if it is one; the input is a place for now.
  private func layer(of index: Int) -> SweepPlan.Layer? {
    let operation = circuit.operations[index]
    let places = circuit.operands(of: index)
    let count = places.count / 2
    guard operation.operation.identity == ObjectIdentifier(Dot.self), count > 0,
      plan.reach[index] != .sometimes
    else { return nil }
    let (start, end) = (places.startIndex, places.endIndex)
    let (weights, inputs) = (places[start], places[start + count])
    let bias = end - start > 2 * count ? places[end - 1] : -1
    guard Int(weights) + count <= parameters, Int(inputs) >= parameters, Int(bias) < parameters,
      SweepPlanner.followOneAnother(places[start..<start + count]),
      SweepPlanner.followOneAnother(places[start + count..<start + 2 * count])
    else { return nil }
    return SweepPlan.Layer(
      units: 1, inputs: count, weights: Int(weights), bias: Int(bias), input: Int(inputs))
  }

  private static func followOneAnother(_ places: ArraySlice<Int32>) -> Bool {
    zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Weights that are read by anything but layers of the same shape are given rows instead, so that
  /// what comes back to them is added in the order of the tape.
  private mutating func keepLayersAlone() {
    var uses = Array(repeating: 0, count: parameters)
    for (operand, place) in circuit.operands.enumerated()
    where isSent[operand] && Int(place) < parameters {
      uses[Int(place)] += 1
    }
    let same = Dictionary(grouping: layers.keys.filter { plan.reach[$0] != .never }) {
      [layers[$0]?.weights ?? 0, layers[$0]?.units ?? 0, layers[$0]?.inputs ?? 0]
    }
    for (shape, starts) in same {
      let weights = shape[0]..<shape[0] + shape[1] * shape[2]
      guard !weights.allSatisfy({ uses[$0] == starts.count }) else { continue }
      for start in starts { layers[start] = nil }
    }
  }

  // MARK: Rows

  private mutating func placeRows() {
    var isRead = Array(repeating: false, count: parameters)
    for (index, operation) in circuit.operations.enumerated() where !isInLayer(index) {
      for operand in Int(operation.first)..<Int(operation.first + operation.count) {
        let place = Int(circuit.operands[operand])
        if place < parameters { isRead[place] = true }
      }
    }
    for output in circuit.outputs where output < parameters { isRead[output] = true }
    plan.broadcast = (0..<parameters).filter { isRead[$0] }
    rowOfPlace = (0..<circuit.count).map { Int32($0 - parameters) }
    for place in 0..<parameters { rowOfPlace[place] = -1 }
    for (offset, place) in plan.broadcast.enumerated() {
      rowOfPlace[place] = Int32(circuit.count - parameters + offset)
    }
    plan.rows = circuit.operands.map { rowOfPlace[Int($0)] }
    plan.outputs = circuit.outputs.map { Int(rowOfPlace[$0]) }
    plan.targets = circuit.operands.enumerated().map { operand, place in
      isSent[operand] && Int(place) >= first ? place - Int32(first) : -1
    }
  }

  private lazy var layerOperations: [Bool] = {
    var isInLayer = Array(repeating: false, count: circuit.operations.count)
    for (start, layer) in layers {
      for index in start..<start + layer.units { isInLayer[index] = true }
    }
    return isInLayer
  }()

  private mutating func isInLayer(_ index: Int) -> Bool { layerOperations[index] }

  // MARK: Runs

  private mutating func formRuns() {
    var index = 0
    while index < circuit.operations.count {
      let run = layers[index].map { layerRun($0, at: index) } ?? run(at: index)
      plan.runs.append(run)
      index = run.operations.upperBound
    }
  }

  private mutating func layerRun(_ found: SweepPlan.Layer, at index: Int) -> SweepRun {
    var layer = found
    layer.input = Int(rowOfPlace[found.input])
    if plan.reach[index] != .never {
      layer.columns = plan.columns
      plan.columns += sweep_padded(layer.inputs)
      var offset = 0
      while offset < layer.inputs {
        let start = offset
        while offset < layer.inputs, circuit.isVariable[found.input + offset] { offset += 1 }
        if offset > start {
          layer.targets.append(
            SweepPlan.Layer.Target(inputs: start..<offset, row: found.input + start - first))
        }
        offset += 1
      }
    }
    return LayerRun(layer, index..<index + layer.units, plan.reach[index])
  }

  private mutating func run(at index: Int) -> SweepRun {
    let operation = circuit.operations[index]
    let reach = isActive(index) ? plan.reach[index] : .never
    switch operation.operation.body {
    case .unary(let rule):
      let operations = index..<endOfRun(from: index)
      let x = port(0, of: operations)
      return UnaryRun(
        rule.kernel, operation.settings, x, isEven: operations.count == 1 || x.step == 1,
        operations, reach)
    case .binary(let rule):
      let operations = index..<endOfRun(from: index)
      let (a, b) = (port(0, of: operations), port(1, of: operations))
      let isEven =
        operations.count == 1
        || a.step == 1 && b.step == 1 && !SweepPlanner.collide(a, b, count: operations.count)
      return BinaryRun(
        rule.kernel, operation.settings, a, b, isEven: isEven, operations, reach)
    case .variadic(let rule):
      let length = vectorLength(at: index)
      let operations = index..<index + max(length, 1)
      let operands = operations.map { places(of: $0) }
      for places in operands { allotSlots(to: places) }
      if operation.operation.identity == ObjectIdentifier(Dot.self), operation.count > 1 {
        return WeightedSumRun(
          Array(plan.rows[operands[0]]), Array(plan.targets[operands[0]]), operations, reach)
      }
      return ListRun(
        operation.operation, rule, operations.map { circuit.operations[$0].settings },
        Array(plan.rows[operands[0]]), operands.map { Array(plan.targets[$0]) },
        length > 0 ? operation.operation.elements : nil, operations, reach)
    }
  }

  /// Where the operands of an operation are listed.
  private func places(of operation: Int) -> Range<Int> {
    let first = Int(circuit.operations[operation].first)
    return first..<first + Int(circuit.operations[operation].count)
  }

  /// Whether two operands of a run send to rows that overlap without being the same.
  private static func collide(_ a: SweepPlan.Port, _ b: SweepPlan.Port, count: Int) -> Bool {
    a.target >= 0 && b.target >= 0 && a.target != b.target && abs(a.target - b.target) < count
  }

  /// The first operation that does not go on as those from `index` on do.
  private func endOfRun(from index: Int) -> Int {
    let start = circuit.operations[index]
    var steps: [Int32]?
    var end = index + 1
    while end < circuit.operations.count, layers[end] == nil {
      let next = circuit.operations[end]
      guard next.operation === start.operation, next.settings == start.settings,
        plan.reach[end] == plan.reach[index], isActive(end) == isActive(index),
        circuit.operands(of: end).allSatisfy({ Int($0) < first + index })
      else { break }
      let distance = Int32(end - index)
      let moved = (0..<Int(start.count)).map { offset in
        plan.rows[Int(next.first) + offset] - plan.rows[Int(start.first) + offset]
      }
      let isSame = (0..<Int(start.count)).allSatisfy { offset in
        isSent[Int(next.first) + offset] == isSent[Int(start.first) + offset]
          && isParameter(Int(next.first) + offset) == isParameter(Int(start.first) + offset)
      }
      let wanted = steps ?? moved
      guard isSame, wanted.allSatisfy({ $0 == 0 || $0 == 1 }),
        zip(moved, wanted).allSatisfy({ $0 == $1 * distance })
      else { break }
      steps = wanted
      end += 1
    }
    return end
  }

  private func isParameter(_ operand: Int) -> Bool { Int(circuit.operands[operand]) < parameters }

  /// One operand of a run.
  private mutating func port(_ offset: Int, of operations: Range<Int>) -> SweepPlan.Port {
    for index in operations {
      let operand = Int(circuit.operations[index].first) + offset
      allotSlots(to: operand..<operand + 1)
    }
    let operand = Int(circuit.operations[operations.lowerBound].first) + offset
    guard operations.count > 1 else {
      return SweepPlan.Port(
        row: Int(plan.rows[operand]), step: 1, target: Int(plan.targets[operand]), targetStep: 1)
    }
    let next = Int(circuit.operations[operations.lowerBound + 1].first) + offset
    return SweepPlan.Port(
      row: Int(plan.rows[operand]), step: Int(plan.rows[next] - plan.rows[operand]),
      target: Int(plan.targets[operand]),
      targetStep: Int(plan.targets[next] - plan.targets[operand]))
  }

  /// Gives every reading of a parameter a row for what comes back.
  private mutating func allotSlots(to operands: Range<Int>) {
    for operand in operands where isSent[operand] && isParameter(operand) {
      plan.targets[operand] = Int32(circuit.operations.count + plan.slots.count)
      plan.slots.append(Int(circuit.operands[operand]))
    }
  }

  /// How many operations from here on are the elements of one vector, in order.
  private func vectorLength(at index: Int) -> Int {
    let start = circuit.operations[index]
    let count = Int(start.count)
    guard start.operation.elements != nil, index + count <= circuit.operations.count else {
      return 0
    }
    let operands = circuit.operands(of: index)
    let isWhole = (0..<count).allSatisfy { offset in
      let other = circuit.operations[index + offset]
      return other.operation === start.operation && other.settings[0] == Double(offset + 1)
        && circuit.operands(of: index + offset) == operands
    }
    return isWhole ? count : 0
  }

  // MARK: Uses of parameters

  private mutating func collectUses() {
    var uses = [[Int32]](repeating: [], count: parameters)
    var weightUses: [[Int]: [SweepPlan.WeightUse]] = [:]
    for run in plan.runs.reversed() where run.reach != .never {
      if let layer = (run as? LayerRun)?.layer {
        let start = run.operations.lowerBound
        weightUses[[layer.weights, layer.units, layer.inputs], default: []].append(
          SweepPlan.WeightUse(upstream: start, input: layer.input, columns: layer.columns))
        guard layer.bias >= 0 else { continue }
        for unit in (0..<layer.units).reversed() {
          uses[layer.bias + unit].append(Int32(start + unit))
        }
        continue
      }
      for index in run.operations.reversed() {
        for operand in places(of: index)
        where isParameter(operand) && plan.targets[operand] >= 0 {
          uses[Int(circuit.operands[operand])].append(plan.targets[operand])
        }
      }
    }
    for (shape, uses) in weightUses.sorted(by: { $0.key[0] < $1.key[0] }) {
      let first = plan.weightUses.count
      plan.weightUses += uses
      plan.weightBlocks.append(
        SweepPlan.WeightBlock(
          weights: shape[0], units: shape[1], inputs: shape[2], uses: first..<first + uses.count))
    }
    for (parameter, rows) in uses.enumerated() where !rows.isEmpty {
      guard rows.count == 1 else {
        plan.manyUses.append(SweepPlan.ManyUses(parameter: parameter, rows: rows.map(Int.init)))
        continue
      }
      let row = Int(rows[0])
      if let last = plan.singleUses.last, last.parameter + last.count == parameter,
        last.row + last.count == row
      {
        plan.singleUses[plan.singleUses.count - 1].count += 1
      } else {
        plan.singleUses.append(
          SweepPlan.SingleUses(parameter: parameter, row: row, count: 1))
      }
    }
  }
}

extension SweepPlan.Layer {
  /// Whether another layer of one unit goes on where this one ends.
  fileprivate func isContinued(by next: SweepPlan.Layer) -> Bool {
    next.inputs == inputs && next.input == input && next.weights == weights + units * inputs
      && (bias < 0 ? next.bias < 0 : next.bias == bias + units)
  }
}
