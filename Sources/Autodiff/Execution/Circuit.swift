/// The part of a graph that computes some outputs, cut out and laid out to be computed again and
/// again with other numbers: one circuit of one row serves every row of a data set.
///
/// Places come in the order: the given nodes, what else is fixed, and the operations, operands
/// before results as in the graph; so sums are added in the same order as on a tape, and give the
/// same bits.
public struct Circuit: Sendable {
  /// How many numbers are given from outside; the first of them are those gradients are wanted of.
  public let givenCount: Int
  /// How many of the given numbers a gradient is wanted of.
  public let parameterCount: Int
  /// The places of the outputs; gradients are those of the first.
  public let outputs: [Int]
  /// What is computed, in order.
  let operations: [Operation]
  /// The operands of all operations, as places.
  let operands: [Int32]
  /// The values to begin with: of the given nodes as they were, and of what is fixed.
  let start: [Double]
  /// Whether each place depends on a parameter, so that gradients flow through it.
  let isVariable: [Bool]

  /// One operation and where its operands are listed.
  struct Operation: Sendable {
    let operation: Operator
    let settings: Settings
    let first: Int32
    let count: Int32
  }

  /// The circuit that computes `outputs` from the `parameters`, of which gradients are wanted, and
  /// the `inputs`; all other leaves and constants keep the value they have.
  public init(_ graph: Graph, outputs: [NodeID], parameters: [NodeID], inputs: [NodeID]) {
    // Where each node stands; -1 while it has no place.
    let last = (outputs + parameters + inputs).max()?.offset ?? -1
    var place = [Int32](repeating: -1, count: last + 1)
    var start: [Double] = []
    var isVariable: [Bool] = []
    for (index, node) in (parameters + inputs).enumerated() {
      place[node.offset] = Int32(index)
      start.append(graph.value(of: node))
      isVariable.append(index < parameters.count)
    }
    givenCount = start.count
    parameterCount = parameters.count
    let needed = Circuit.needed(graph, outputs, given: place)
    for node in needed where !graph.operators[node.offset].isOperation {
      place[node.offset] = Int32(start.count)
      start.append(graph.value(of: node))
      isVariable.append(false)
    }
    var operations: [Operation] = []
    var operands: [Int32] = []
    for node in needed where graph.operators[node.offset].isOperation {
      let operation = Operators[graph.operators[node.offset]]
      let places = graph.operands(of: node).map { place[$0.offset] }
      place[node.offset] = Int32(start.count)
      start.append(0)
      isVariable.append(
        !operation.stopsGradient && places.contains { isVariable[Int($0)] })
      operations.append(
        Operation(
          operation: operation, settings: graph.settings(of: node), first: Int32(operands.count),
          count: Int32(places.count)))
      operands += places
    }
    self.operations = operations
    self.operands = operands
    self.start = start
    self.isVariable = isVariable
    self.outputs = outputs.map { Int(place[$0.offset]) }
  }

  /// The nodes that some outputs depend on, in order; what is given is not looked into.
  private static func needed(_ graph: Graph, _ outputs: [NodeID], given: [Int32])
    -> [NodeID]
  {
    guard let last = outputs.max() else { return [] }
    var isNeeded = [Bool](repeating: false, count: last.offset + 1)
    for output in outputs { isNeeded[output.offset] = true }
    for index in stride(from: last.offset, through: 0, by: -1) where isNeeded[index] {
      if given[index] >= 0 {
        isNeeded[index] = false
        continue
      }
      for operand in graph.operands(of: NodeID(index)) { isNeeded[operand.offset] = true }
    }
    return isNeeded.indices.lazy.filter { isNeeded[$0] }.map(NodeID.init)
  }

  /// The place of the first operation.
  var firstOperation: Int { start.count - operations.count }
  /// How many operations and operands one computation goes through.
  public var work: Int { operations.count + operands.count }
  /// How many places there are.
  public var count: Int { start.count }

  /// The operands of an operation, as places.
  func operands(of operation: Int) -> ArraySlice<Int32> {
    let first = Int(operations[operation].first)
    return operands[first..<first + Int(operations[operation].count)]
  }
}
