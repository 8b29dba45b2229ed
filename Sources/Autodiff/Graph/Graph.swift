public import Reporting

/// A scalar computation graph: nodes in the order they were made, each with the value it has now.
///
/// Stored as one array for each property rather than an object for each node, so that a million
/// nodes take some fifty megabytes and are freed at once. A graph only grows at its end, so going
/// back to an earlier state is cutting it to an earlier length.
public struct Graph: Sendable {
  /// What made each node.
  var operators: [OperatorID] = []
  /// Where each node's operands end in `operands`; they begin where those of the node before end.
  var operandEnds: [Int32] = []
  /// The operands of all nodes, one node after another.
  var operands: [NodeID] = []
  /// The value of each node.
  public private(set) var values: [Double] = []
  /// Whether each node depends on a leaf, so that gradients flow through it.
  var variable: [Bool] = []
  /// The settings of each node, as a place in `settingsPool`.
  var settingsPlaces: [UInt32] = []
  var settingsPool: [Settings] = [.none]
  private var settingsIndex: [Settings: UInt32] = [.none: 0]
  /// What the program calls each node.
  var labels = Labels()
  /// The text each node comes from.
  var ranges: [SourceRange] = []
  /// Unnamed constants, so that each number is one node, and their nodes in order.
  private var constants: [UInt64: NodeID] = [:]
  private var constantNodes: [NodeID] = []

  /// A graph with no node.
  public init() {}

  /// How many nodes there are.
  public var count: Int { operators.count }

  /// How many operands all nodes have together.
  public var operandCount: Int { operands.count }

  /// Adds a leaf: a node whose value is given, through which gradients flow.
  public mutating func addLeaf(_ value: Double, at range: SourceRange) -> NodeID {
    add(.leaf, [], value, isVariable: true, settings: 0, at: range)
  }

  /// The node of a number that the program contains; equal numbers share a node.
  public mutating func constant(_ value: Double) -> NodeID {
    if let known = constants[value.bitPattern] { return known }
    let node = add(.constant, [], value, isVariable: false, settings: 0, at: .none)
    constants[value.bitPattern] = node
    constantNodes.append(node)
    return node
  }

  /// A constant of its own, which can be given a name.
  public mutating func addNamedConstant(_ value: Double, at range: SourceRange) -> NodeID {
    add(.constant, [], value, isVariable: false, settings: 0, at: range)
  }

  /// Adds a node and computes its value; the operands must be in the graph already.
  public mutating func add(
    _ id: OperatorID, _ operands: [NodeID], _ settings: Settings = .none, at range: SourceRange
  ) -> NodeID {
    let operation = Operators[id]
    let value = evaluate(operation, operands, settings)
    let flows = !operation.stopsGradient && operands.contains { variable[$0.offset] }
    return add(
      id, operands, value, isVariable: flows, settings: place(of: settings), at: range)
  }

  private mutating func add(
    _ id: OperatorID, _ operands: [NodeID], _ value: Double, isVariable: Bool, settings: UInt32,
    at range: SourceRange
  ) -> NodeID {
    let node = NodeID(operators.count)
    operators.append(id)
    self.operands += operands
    operandEnds.append(Int32(self.operands.count))
    values.append(value)
    variable.append(isVariable)
    settingsPlaces.append(settings)
    ranges.append(range)
    labels.addUnnamed()
    return node
  }

  private mutating func place(of settings: Settings) -> UInt32 {
    if settings.values.isEmpty { return 0 }
    if let known = settingsIndex[settings] { return known }
    let place = UInt32(settingsPool.count)
    settingsPool.append(settings)
    settingsIndex[settings] = place
    return place
  }

  private func evaluate(_ operation: Operator, _ operands: [NodeID], _ settings: Settings) -> Double
  {
    switch operation.body {
    case .unary(let rule): rule.value(values[operands[0].offset], settings)
    case .binary(let rule):
      rule.value(values[operands[0].offset], values[operands[1].offset], settings)
    case .variadic(let rule): rule.value(operands.map { values[$0.offset] }, settings)
    }
  }

  /// Gives a leaf another value; what depends on it follows at the next `reevaluate`.
  public mutating func set(_ leaf: NodeID, to value: Double) {
    values[leaf.offset] = value
  }

  /// Computes again every node that stands behind a place.
  public mutating func reevaluate(from first: NodeID) {
    values = evaluated(values, from: first.offset)
  }

  /// The values of all nodes if some were different: each node after a place computed again.
  func evaluated(
    _ given: [Double], from first: Int, upTo end: Int? = nil, holdingDetached: Bool = false
  ) -> [Double] {
    var values = given
    var arguments: [Double] = []
    for index in first..<(end ?? count) where operators[index].isOperation {
      let settings = settingsPool[Int(settingsPlaces[index])]
      let range = operandRange(of: index)
      let operation = Operators[operators[index]]
      if holdingDetached, operation.stopsGradient { continue }
      switch operation.body {
      case .unary(let rule):
        values[index] = rule.value(values[operands[range.lowerBound].offset], settings)
      case .binary(let rule):
        values[index] = rule.value(
          values[operands[range.lowerBound].offset], values[operands[range.lowerBound + 1].offset],
          settings)
      case .variadic(let rule):
        arguments.removeAll(keepingCapacity: true)
        for operand in operands[range] { arguments.append(values[operand.offset]) }
        values[index] = rule.value(arguments, settings)
      }
    }
    return values
  }

  /// Cuts the graph back to its first nodes.
  public mutating func truncate(to count: Int) {
    guard count < self.count else { return }
    operands.removeLast(operands.count - (count == 0 ? 0 : Int(operandEnds[count - 1])))
    let excess = self.count - count
    while let node = constantNodes.last, node.offset >= count {
      constants[values[node.offset].bitPattern] = nil
      constantNodes.removeLast()
    }
    operators.removeLast(excess)
    operandEnds.removeLast(excess)
    values.removeLast(excess)
    variable.removeLast(excess)
    settingsPlaces.removeLast(excess)
    ranges.removeLast(excess)
    labels.truncate(to: count)
  }

  func operandRange(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(operandEnds[index - 1]))..<Int(operandEnds[index])
  }
}

extension OperatorID {
  /// Whether there is an operator, rather than a leaf or a constant.
  var isOperation: Bool { self != .leaf && self != .constant }
}
