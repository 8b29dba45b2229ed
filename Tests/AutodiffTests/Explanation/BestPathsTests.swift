import Autodiff
import Reporting
import Testing

@Suite("The best paths of a gradient")
struct BestPathsTests {
  @Test("They are the true best, as enumeration finds them", arguments: 0..<150)
  func trueBest(seed: Int) throws {
    let graph = RandomPaths(seed)
    let all = graph.products().sorted { abs($0) > abs($1) }
    for k in [1, 2, 5, 17, 4000] {
      let found = graph.best(k)
      #expect(found.count == Double(all.count))
      #expect(found.paths.count == min(k, all.count))
      for (path, product) in zip(found.paths, all) {
        #expect(abs(path.product) == abs(product))
      }
    }
  }

  @Test(
    "They are paths of the graph, each with its product, and none comes twice", arguments: 0..<50)
  func paths(seed: Int) throws {
    let random = RandomPaths(seed)
    let found = random.best(12)
    var seen: Set<[Int]> = []
    for path in found.paths {
      #expect(path.nodes.first == random.output)
      #expect(path.nodes.last == random.target)
      var product = 1.0
      for (step, factor) in path.factors.enumerated() {
        let operands = Array(random.graph.operands(of: path.nodes[step]))
        #expect(operands[path.places[step]] == path.nodes[step + 1])
        product *= factor
      }
      #expect(product == path.product)
      #expect(seen.insert(path.nodes.map { Int($0.index) } + path.places).inserted)
    }
  }

  @Test("Their products and the rest are the gradient", arguments: 0..<150)
  func sums(seed: Int) throws {
    let random = RandomPaths(seed, operations: 60)
    let gradient = Tape(of: random.output, in: random.graph).gradient(at: random.target)
    let found = random.best(5)
    #expect(found.sum == gradient)
    #expect(abs(gradient) <= found.magnitude * (1 + 1e-12))
    let shown = found.paths.reduce(0) { $0 + $1.product }
    if Double(found.paths.count) == found.count {
      #expect(abs(shown - gradient) <= 1e-12 * found.magnitude)
    }
  }

  @Test("More paths than there are atoms are counted, not listed")
  func many() throws {
    var graph = Graph()
    let x = graph.addLeaf(0.5, at: .none)
    var node = x
    for _ in 0..<400 { node = graph.add(id("add"), [node, node], at: .none) }
    let routes = Routes(from: node, to: x, in: graph)
    let found = routes.best(3, slopes: routes.slopes(in: graph, with: graph.values))
    #expect(found.count == 0x1p400)
    #expect(found.sum == 0x1p400)
    #expect(found.paths.map(\.product) == [1, 1, 1])
  }

  @Test("What is never reached has no path, what it is itself has one without a factor")
  func ends() {
    var graph = Graph()
    let (x, y) = (graph.addLeaf(1, at: .none), graph.addLeaf(2, at: .none))
    let z = graph.add(id("detach"), [x], at: .none)
    let w = graph.add(id("mul"), [z, y], at: .none)
    #expect(Routes(from: w, to: x, in: graph).isEmpty)
    #expect(Routes(from: x, to: w, in: graph).isEmpty)
    let same = Routes(from: w, to: w, in: graph).best(5, slopes: [])
    #expect(same.paths.map(\.product) == [1])
    #expect(same.paths.first?.factors == [])
  }

  @Test("A branch that was not taken is no path")
  func branches() {
    var graph = Graph()
    let (c, x) = (graph.addLeaf(0, at: .none), graph.addLeaf(2, at: .none))
    let square = graph.add(id("mul"), [x, x], at: .none)
    let chosen = graph.add(id("where"), [c, square, x], at: .none)
    let routes = Routes(from: chosen, to: x, in: graph)
    let found = routes.best(5, slopes: routes.slopes(in: graph, with: graph.values))
    #expect(found.count == 1)
    #expect(found.paths.map(\.product) == [1])
  }

  @Test("The factors that decide come first, grouped by how they come about")
  func groups() {
    var graph = Graph()
    let w = graph.addLeaf(3, at: .none)
    graph.name(w, "w")
    var h = graph.addLeaf(1, at: .none)
    let first = h
    for _ in 0..<5 { h = graph.add(id("mul"), [w, h], at: .none) }
    let y = graph.add(id("tanh"), [h], at: .none)
    let routes = Routes(from: y, to: first, in: graph)
    let state = GraphState(graph)
    let path = routes.best(1, slopes: routes.slopes(in: graph, with: state.values)).paths[0]
    let groups = path.groups(of: path.factors.indices, in: state)
    #expect(groups.map(\.kind).contains(.quantity("w")))
    #expect(groups.first { $0.kind == .quantity("w") }?.product == 243)
    #expect(groups.first { $0.kind == .quantity("w") }?.steps == [1, 2, 3, 4, 5])
  }
}

private func id(_ name: String) -> OperatorID { Operators.named(name) ?? .leaf }

/// A random graph whose output and one leaf are of interest.
private struct RandomPaths {
  let graph: Graph
  let target: NodeID
  let output: NodeID

  init(_ seed: Int, operations: Int = 14) {
    var graph = Graph()
    var dice = RandomSource(seed: Int64(seed) + 1)
    func below(_ count: Int) -> Int { Int(dice.draw().bits(0) % UInt64(count)) }
    var nodes = (0..<3).map { _ in
      graph.addLeaf(Double(below(2000)) / 500 - 2, at: .none)
    }
    target = nodes[0]
    for _ in 0..<operations {
      func pick() -> NodeID { nodes[max(0, nodes.count - 1 - below(6))] }
      let node =
        switch below(6) {
        case 0: graph.add(id("tanh"), [pick()], at: .none)
        case 1: graph.add(id("relu"), [pick()], at: .none)
        case 2: graph.add(id("sub"), [pick(), pick()], at: .none)
        case 3: graph.add(id("sum"), [pick(), nodes[0], pick()], at: .none)
        default: graph.add(id("mul"), [pick(), pick()], at: .none)
        }
      // What grows beyond all bounds says nothing about paths.
      let isTame = abs(graph.value(of: node)) < 10
      nodes.append(isTame ? node : graph.add(id("tanh"), [node], at: .none))
    }
    output = nodes[nodes.count - 1]
    self.graph = graph
  }

  func best(_ k: Int) -> BestPaths {
    let routes = Routes(from: output, to: target, in: graph)
    return routes.best(k, slopes: routes.slopes(in: graph, with: graph.values))
  }

  /// The products of all paths, by walking every one of them.
  func products() -> [Double] {
    var products: [Double] = []
    func walk(_ node: NodeID, _ product: Double) {
      if node == target {
        products.append(product)
        return
      }
      guard let operation = graph.operation(of: node) else { return }
      let operands = Array(graph.operands(of: node))
      let locals = operation.derivatives(
        operands.map(graph.value), graph.value(of: node), graph.settings(of: node))
      for (operand, local) in zip(operands, locals) {
        if let local { walk(operand, product * local) }
      }
    }
    walk(output, 1)
    return products
  }
}
