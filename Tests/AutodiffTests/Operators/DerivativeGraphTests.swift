import Autodiff
import Reporting
import Testing

@Suite("Derivative graphs")
struct DerivativeGraphTests {
  @Test("The graph of a derivative gives the bits of the rule", arguments: Sample.all)
  func bits(_ sample: Sample) {
    var graph = Graph()
    let leaves = sample.point.map { graph.addLeaf($0, at: .none) }
    let y = graph.add(sample.id, leaves, sample.settings, at: .none)
    let gradient = graph.addGradient(of: y, at: leaves, from: .none)
    let values = gradient.map { graph.value(of: $0).bitPattern }
    #expect(values == sample.derivatives.map { ($0 ?? 0).bitPattern })
  }

  @Test("Derivatives stay right to the fourth order", arguments: HigherOrder.all)
  func higherOrders(_ example: HigherOrder) throws {
    var graph = Graph()
    let x = graph.addLeaf(example.at, at: .none)
    var node = try example.build(&graph, x)
    for expected in example.derivatives {
      let value = graph.value(of: node)
      #expect(abs(value - expected) <= 1e-12 + 1e-10 * abs(expected))
      node = graph.addGradient(of: node, at: [x], from: .none)[0]
    }
  }

  @Test("The derivatives of a softmax use its own elements and make no others")
  func softmaxSharesNodes() throws {
    var graph = Graph()
    let count = 20
    let leaves = (1...count).map { graph.addLeaf(Double($0) / 10, at: .none) }
    let softmax = try #require(Operators.named("softmax"))
    let shares = (1...count).map {
      graph.add(softmax, leaves, Settings([Double($0)]), at: .none)
    }
    let product = try graph.add("prod", shares)
    _ = graph.addGradient(of: product, at: leaves, from: .none)
    let made = (0..<graph.count).count { graph.operation(of: NodeID($0))?.name == "softmax" }
    #expect(made == count)
  }

  @Test("The fourth derivative of x^3 needs a handful of nodes, not hundreds")
  func powersStaySmall() throws {
    var graph = Graph()
    let x = graph.addLeaf(2, at: .none)
    var node = try graph.add("pow", [x, graph.constant(3)])
    for _ in 1...4 { node = graph.addGradient(of: node, at: [x], from: .none)[0] }
    #expect(graph.count <= 12)
  }
}

/// A function of x with its value and its first derivatives at a point.
struct HigherOrder: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let at: Double
  let build: @Sendable (inout Graph, NodeID) throws -> NodeID
  let derivatives: [Double]

  static let all: [HigherOrder] = [
    HigherOrder(
      testDescription: "tanh(x) at 0.5", at: 0.5, build: { try $0.add("tanh", [$1]) },
      derivatives: [
        0.46211715726000974, 0.7864477329659274, -0.7268619813835873, -0.5652092882597703,
        3.952219563724583,
      ]),
    HigherOrder(
      testDescription: "tanh(x) at 0", at: 0, build: { try $0.add("tanh", [$1]) },
      derivatives: [0, 1, 0, -2, 0]),
    HigherOrder(
      testDescription: "sigmoid(x) at 1", at: 1, build: { try $0.add("sigmoid", [$1]) },
      derivatives: [
        0.7310585786300049, 0.19661193324148185, -0.09085774767294841, -0.03532558051623565,
        0.12350686136639322,
      ]),
    HigherOrder(
      testDescription: "x^3 at 0", at: 0, build: { try $0.add("pow", [$1, $0.constant(3)]) },
      derivatives: [0, 0, 0, 6, 0]),
    HigherOrder(
      testDescription: "sin(x)*exp(x) at 1.1", at: 1.1,
      build: { graph, x in
        let (sine, exponential) = (try graph.add("sin", [x]), try graph.add("exp", [x]))
        return try graph.add("mul", [sine, exponential])
      },
      derivatives: [
        2.6773348713875595, 4.04001292796816, 2.7253561131612005, -2.629313629613919,
        -10.709339485550238,
      ]),
  ]
}

extension Graph {
  /// Adds an operator by name, with its settings at their defaults.
  mutating func add(_ name: String, _ operands: [NodeID]) throws -> NodeID {
    let id = try #require(Operators.named(name))
    return add(id, operands, Operators[id].defaultSettings, at: .none)
  }
}
