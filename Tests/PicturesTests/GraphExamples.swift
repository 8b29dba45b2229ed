import Autodiff
import Pictures
import Reporting
import Testing

/// A graph under construction, in a few words.
struct GraphBuilder {
  var graph = Graph()

  mutating func leaf(_ name: String, _ value: Double) -> NodeID {
    let node = graph.addLeaf(value, at: .none)
    graph.name(node, name)
    return node
  }

  mutating func add(_ operation: String, _ operands: NodeID..., named name: String? = nil)
    throws -> NodeID
  {
    try add(operation, operands, named: name)
  }

  mutating func add(_ operation: String, _ operands: [NodeID], named name: String? = nil)
    throws -> NodeID
  {
    let id = try #require(Operators.named(operation))
    let node = graph.add(id, operands, at: .none)
    if let name { graph.name(node, name) }
    return node
  }

  func picture(of output: NodeID, limit: Int = GraphPicture.boxLimit) -> GraphPicture {
    GraphPicture(
      tape: Tape(of: output, in: graph), graph: graph, title: graph.title(of: output),
      boxLimit: limit)
  }
}

/// The graphs a learner meets first.
enum GraphExamples {
  /// The neuron y = tanh(w*x + b).
  static func neuron() throws -> GraphPicture {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 2)
    let w = builder.leaf("w", -3)
    let b = builder.leaf("b", 6.8813735870195432)
    let product = try builder.add("mul", w, x)
    let sum = try builder.add("add", product, b)
    let output = try builder.add("tanh", sum, named: "y")
    return builder.picture(of: output)
  }

  /// The fork y = x*x + x.
  static func fork() throws -> GraphPicture {
    var builder = GraphBuilder()
    let x = builder.leaf("x", 3)
    let square = try builder.add("mul", x, x)
    let output = try builder.add("add", square, x, named: "y")
    return builder.picture(of: output)
  }

  /// Two inputs, two hidden units, two outputs, after Mazur.
  static func network() throws -> GraphPicture {
    var builder = GraphBuilder()
    let inputs = [builder.leaf("i1", 0.05), builder.leaf("i2", 0.1)]
    let weights = (0..<8).map { index in
      builder.leaf("w\(index + 1)", 0.15 + 0.05 * Double(index))
    }
    let biases = [builder.leaf("b1", 0.35), builder.leaf("b2", 0.6)]
    var layer = inputs
    for (number, name) in ["h", "o"].enumerated() {
      layer = try (0..<2).map { unit in
        let first = 4 * number + 2 * unit
        let net = try builder.add(
          "dot", [weights[first], weights[first + 1]] + layer + [biases[number]],
          named: "net_\(name)\(unit + 1)")
        return try builder.add("sigmoid", net, named: "out_\(name)\(unit + 1)")
      }
    }
    let two = builder.graph.constant(2)
    let half = builder.graph.constant(0.5)
    let errors = try layer.enumerated().map { index, output in
      let target = builder.leaf("t\(index + 1)", [0.01, 0.99][index])
      let square = try builder.add("pow", try builder.add("sub", target, output), two)
      return try builder.add("mul", half, square, named: "E\(index + 1)")
    }
    let output = try builder.add("add", errors[0], errors[1], named: "E")
    return builder.picture(of: output)
  }

  /// A tanh of a tanh of a tanh, and so on.
  static func chain(of length: Int, named: Bool = true) throws -> GraphPicture {
    var builder = GraphBuilder()
    var node = builder.leaf("x", 0.5)
    for round in 1...length {
      node = try builder.add("tanh", node, named: named ? "h\(round)" : nil)
    }
    return builder.picture(of: node)
  }

  /// A graph in which each of many nodes uses one or two of those before it.
  static func tangle(of size: Int, seed: UInt64) throws -> GraphPicture {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var builder = GraphBuilder()
    var nodes = (1...4).map { builder.leaf("x\($0)", 0.25 * Double($0)) }
    for index in 0..<size {
      let reach = min(nodes.count, 9)
      let operands = (0..<2).map { _ in nodes[nodes.count - 1 - draw(below: reach)] }
      let operation = ["add", "mul", "sub", "tanh"][draw(below: 4)]
      nodes.append(
        try builder.add(
          operation, operation == "tanh" ? [operands[0]] : operands,
          named: index % 3 == 0 ? "n\(index)" : nil))
    }
    let output = try builder.add("sum", nodes.suffix(5).map(\.self), named: "L")
    return builder.picture(of: output)
  }
}
