import Autodiff
import Reporting
import Testing

@Suite("The chain rule between nodes")
struct ChainRuleTests {
  /// y = tanh(w·x)·w, with a detached copy of w added.
  private func graph() throws -> (Graph, w: NodeID, x: NodeID, inner: NodeID, y: NodeID) {
    var graph = Graph()
    let w = graph.addLeaf(0.7, at: .none)
    let x = graph.addNamedConstant(1.5, at: .none)
    let multiply = try #require(Operators.named("mul"))
    let inner = graph.add(
      try #require(Operators.named("tanh")), [graph.add(multiply, [w, x], at: .none)], at: .none)
    let product = graph.add(multiply, [inner, w], at: .none)
    let stopped = graph.add(try #require(Operators.named("detach")), [w], at: .none)
    let y = graph.add(try #require(Operators.named("add")), [product, stopped], at: .none)
    return (graph, w, x, inner, y)
  }

  @Test("Gives the tape's gradient, with the bits of its sums")
  func gradient() throws {
    let (graph, w, _, inner, y) = try graph()
    let rule = ChainRule(from: y, to: [w, inner], in: graph)
    let tape = Tape(of: y, in: graph)
    #expect(
      rule.gradient(rule.locals(at: graph.values, in: graph)) == [
        tape.gradient(at: w), tape.gradient(at: inner),
      ])
  }

  @Test("Leads to constants too, and to nothing behind a detached value")
  func constants() throws {
    let (graph, w, x, inner, y) = try graph()
    let rule = ChainRule(from: y, to: [x], in: graph)
    let slope = rule.gradient(rule.locals(at: graph.values, in: graph))[0]
    let expected = (1 - graph.value(of: inner) * graph.value(of: inner)) * 0.7 * 0.7
    #expect(abs(slope - expected) < 1e-15)
    #expect(ChainRule(from: y, to: [w], in: graph).edges.count == 5)
    #expect(ChainRule(from: x, to: [w], in: graph).gradient([]) == [0])
  }

  @Test("A changed local derivative changes what arrives")
  func changed() throws {
    let (graph, w, _, _, y) = try graph()
    let rule = ChainRule(from: y, to: [w], in: graph)
    var locals = rule.locals(at: graph.values, in: graph)
    let tanh = try #require(
      rule.edges.indices.first {
        graph.operation(of: rule.nodes[rule.edges[$0].node])?.name == "tanh"
      })
    locals[tanh] = 1
    let inner = graph.value(of: rule.nodes[rule.edges[tanh].node])
    #expect(abs(rule.gradient(locals)[0] - (0.7 * 1.5 + inner)) < 1e-15)
  }

  @Test("Values follow leaves and constants, and detached ones stay")
  func values() throws {
    let (graph, w, x, inner, y) = try graph()
    let values = graph.values(setting: [w: -0.2, x: 3])
    func number(_ node: NodeID) -> Double { values[Int(node.index)] }
    #expect(abs(number(y) - (number(inner) * -0.2 + 0.7)) < 1e-15)
  }

  @Test("Edges that do the same work are found together")
  func alike() throws {
    var graph = Graph()
    let w = graph.addLeaf(0.3, at: .none)
    let exp = try #require(Operators.named("exp"))
    let multiply = try #require(Operators.named("mul"))
    var rows: [NodeID] = []
    for number in [1.0, 2, 3] {
      let product = graph.add(multiply, [w, graph.constant(number)], at: .none)
      rows.append(graph.add(exp, [product], at: .none))
    }
    let y = graph.add(try #require(Operators.named("sum")), rows, at: .none)
    let rule = ChainRule(from: y, to: [w], in: graph)
    let kinds = rule.alike(in: graph).filter { $0.edges.count == 3 }.map(\.kind)
    #expect(kinds == ["sum", "exp", "mul 0"])
    // Each row is a function of one variable, exp after a product with a number.
    #expect(rule.functions(in: graph).map(\.edges.count) == [2, 2, 2, 6])
  }
}
