/// A circuit at work: the numbers it is given, those it computes, and the gradients that gather.
///
/// Gradients of the parameters gather over many computations, rows one after another, until they
/// are cleared; those inside the circuit are of the last computation alone.
public struct Replay {
  /// What is computed.
  public let circuit: Circuit
  private var values: [Double]
  private var adjoints: [Double]
  /// Whether anything has arrived at each place.
  private var isReached: [Bool]
  private var arguments: [Double] = []

  /// A circuit with the numbers it was cut out with.
  public init(_ circuit: Circuit) {
    self.circuit = circuit
    values = circuit.start
    adjoints = Array(repeating: Replay.nothing, count: circuit.count)
    isReached = Array(repeating: false, count: circuit.count)
  }

  /// What stands where nothing has arrived: the one number that adding to changes no bit.
  private static let nothing = -0.0

  /// The value at a place.
  public func value(at place: Int) -> Double { values[place] }

  /// The value of an output, by its place in the list of outputs.
  public func output(_ index: Int) -> Double { values[circuit.outputs[index]] }

  /// Gives numbers to the parameters and inputs from a place on.
  public mutating func give(_ numbers: some Collection<Double>, from place: Int = 0) {
    for (offset, number) in numbers.enumerated() { values[place + offset] = number }
  }

  /// Computes every operation.
  public mutating func computeForward() {
    var place = circuit.firstOperation
    for operation in circuit.operations {
      switch operation.kind {
      case .weightedSum(let weights, let inputs, let count, let bias):
        values[place] = weightedSum(Int(weights), Int(inputs), Int(count), Int(bias))
      case .vector:
        collectArguments(of: operation)
        let elements = operation.operation.elements?(arguments, operation.settings) ?? []
        for (offset, element) in elements.enumerated() { values[place + offset] = element }
      case .elementOfVector: break
      case .general: values[place] = value(of: operation)
      }
      place += 1
    }
  }

  private func weightedSum(_ weights: Int, _ inputs: Int, _ count: Int, _ bias: Int) -> Double {
    values.withUnsafeBufferPointer { values in
      var sum = values[weights] * values[inputs]
      for index in 1..<max(count, 1) {
        sum = sum + values[weights + index] * values[inputs + index]
      }
      return bias < 0 ? sum : sum + values[bias]
    }
  }

  private mutating func value(of operation: Circuit.Operation) -> Double {
    let first = Int(operation.first)
    switch operation.operation.body {
    case .unary(let rule): return rule.value(values[operand(first)], operation.settings)
    case .binary(let rule):
      return rule.value(values[operand(first)], values[operand(first + 1)], operation.settings)
    case .variadic(let rule):
      collectArguments(of: operation)
      return rule.value(arguments, operation.settings)
    }
  }

  private func operand(_ index: Int) -> Int { Int(circuit.operands[index]) }

  private mutating func collectArguments(of operation: Circuit.Operation) {
    arguments.removeAll(keepingCapacity: true)
    for index in Int(operation.first)..<Int(operation.first) + Int(operation.count) {
      arguments.append(values[operand(index)])
    }
  }

  // MARK: Backward

  /// Forgets what has gathered at the parameters, but for what is said to have arrived there first.
  public mutating func clearGradient(keeping first: [Double]? = nil) {
    for place in 0..<circuit.parameterCount {
      adjoints[place] = first?[place] ?? Replay.nothing
      isReached[place] = first != nil
    }
  }

  /// What has gathered at the parameters; 0 where nothing has.
  public var gradient: [Double] {
    (0..<circuit.parameterCount).map { isReached[$0] ? adjoints[$0] : 0 }
  }

  /// Sends a gradient from an output back to the parameters.
  public mutating func computeBackward(from output: Int, seed: Double) {
    for place in circuit.parameterCount..<circuit.count { adjoints[place] = Replay.nothing }
    for place in circuit.parameterCount..<circuit.count { isReached[place] = false }
    arrive(seed, at: circuit.outputs[output])
    var place = circuit.count
    for operation in circuit.operations.reversed() {
      place -= 1
      guard isReached[place], circuit.isVariable[place] else { continue }
      if case .weightedSum(let weights, let inputs, let count, let bias) = operation.kind {
        sendBack(adjoints[place], Int(weights), Int(inputs), Int(count), Int(bias))
      } else {
        sendBack(adjoints[place], values[place], operation)
      }
    }
  }

  private mutating func arrive(_ contribution: Double, at place: Int) {
    adjoints[place] = adjoints[place] + contribution
    isReached[place] = true
  }

  private mutating func sendBack(
    _ upstream: Double, _ weights: Int, _ inputs: Int, _ count: Int, _ bias: Int
  ) {
    let isVariable = circuit.isVariable
    for index in 0..<count where isVariable[weights + index] {
      arrive(upstream * values[inputs + index], at: weights + index)
    }
    for index in 0..<count where isVariable[inputs + index] {
      arrive(upstream * values[weights + index], at: inputs + index)
    }
    if bias >= 0, isVariable[bias] { arrive(upstream, at: bias) }
  }

  private mutating func sendBack(
    _ upstream: Double, _ value: Double, _ operation: Circuit.Operation
  ) {
    let settings = operation.settings
    let first = Int(operation.first)
    switch operation.operation.body {
    case .unary(let rule):
      let place = operand(first)
      guard circuit.isVariable[place] else { return }
      send(upstream, rule.derivative(values[place], value, settings), operation, to: place)
    case .binary(let rule):
      let (a, b) = (operand(first), operand(first + 1))
      let (x, y) = (values[a], values[b])
      if circuit.isVariable[a] {
        send(upstream, rule.derivativeA(x, y, value, settings), operation, to: a)
      }
      if circuit.isVariable[b] {
        send(upstream, rule.derivativeB(x, y, value, settings), operation, to: b)
      }
    case .variadic(let rule):
      collectArguments(of: operation)
      let locals = rule.derivatives(arguments, value, settings)
      for (offset, local) in locals.enumerated() {
        let place = operand(first + offset)
        if circuit.isVariable[place] { send(upstream, local, operation, to: place) }
      }
    }
  }

  private mutating func send(
    _ upstream: Double, _ local: Double?, _ operation: Circuit.Operation, to place: Int
  ) {
    guard let local, !(operation.operation.routes && local == 0) else { return }
    arrive(upstream * local, at: place)
  }
}
