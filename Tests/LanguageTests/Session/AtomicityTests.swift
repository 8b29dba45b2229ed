import Autodiff
import Reporting
import Testing

@testable import Language

@Suite("A statement with an error changes nothing")
struct AtomicityTests {
  /// Everything a session is, as text.
  private func snapshot(_ session: Session) -> String {
    let interpreter = session.interpreter
    let graph = interpreter.graph
    var parts = ["\(graph.count) \(graph.operandCount) \(String(describing: interpreter.lastLoss))"]
    parts += (0..<graph.count).map {
      let node = NodeID($0)
      return "\(graph.title(of: node)) \(graph.value(of: node).bitPattern) \(graph.isLeaf(node))"
    }
    for (name, binding) in interpreter.names.globals.sorted(by: { $0.name < $1.name }) {
      parts.append("\(name) \(String(describing: binding.role)) \(describe(binding.value))")
    }
    parts.append("\(interpreter.random) \(interpreter.rounds) \(interpreter.depth)")
    parts.append("\(interpreter.names.isGlobal) \(interpreter.changedLeaves.isEmpty)")
    return parts.joined(separator: "\n")
  }

  private func describe(_ value: Value) -> String {
    switch value {
    case .function(let function):
      let chosen = function.chosen.sorted { $0.key < $1.key }.map {
        "\($0.key) \(describe($0.value))"
      }
      return "\(function.signature) \(chosen)"
    case .openNetwork(let network): return "open \(network.name.text)"
    case .network(let network):
      return network.tensors.map { "\($0.name) \($0.nodes)" }.joined(separator: " ")
    case .data(let data): return "\(data.set)"
    case .run(let run): return "\(run.name) \(run.series)"
    case .parts(let parts): return parts.map(describe).joined(separator: ", ")
    case .number, .node, .tensor, .range, .text: return "\(value)"
    }
  }

  /// Statements that fail after having changed as much as they can.
  private static let failing = [
    "for k in 1..3 { x = k; y = x*2; h = h0 }",
    "for k in 1..3 { set x = k; y = normal(); z = [x][k] }",
    "for k in 1..3 { seed k; f(q) = q*k; y = f(normal()); backward y; nothing }",
    "for k in 1..2 { set x = x + 1; set x = [1, 2, 3, 4, 5] }",
    "show x + 1, x*x, nothing", "y = [tanh(k + x) for k in [1, 2, nothing]]",
    "y = grad(x*x*x, x) + nothing", "y = normal() + nothing", "backward x*x*x + nothing",
    "f(a) = { b = a*x; b + b[2] }\nshow f(x)", "y = hessian(x^3, x)*nothing",
    "check [x, x]", "expect x*x ~ [1, 2] + [1, 2, 3]", "input w = nothing",
    "input w[2] = [1, 2, 3]",
    "param new[2] = normal(0, -1)", "x(3)", "y = (1, 2)", "y = 2x",
    "y = leaky_relu(x, negative_slope=x)",
    "for i in 1..2 { for j in 1..2 { set x = i*j; w = [i, j][x*9] } }",
    "m(g) = g(g)\nshow m(m)", "y = zeros(10^9)", "for k in 1..10^12 { x = k }",
    "for k in 1..3 { backward x*k, steps=false; for x in [1, 2] { nothing } }",
  ]

  @Test("Whatever happened before, and whatever the statement did first")
  func unchanged() {
    for seed in 0..<25 {
      var generator = ProgramGenerator(seed: 1000 + seed)
      var run = Run("input x = 2; param v = [1, 2]; backward x*x, steps=false")
      for statement in generator.statements() { run.then(statement) }
      for statement in AtomicityTests.failing {
        let parts = statement.split(separator: "\n").map(String.init)
        if parts.count == 2 { run.then(parts[0]) }
        let before = snapshot(run.session)
        run.then(parts[parts.count - 1])
        #expect(run.outcome == .failed, "\(statement)")
        #expect(snapshot(run.session) == before, "\(statement)")
      }
    }
  }

  @Test("A random statement that fails leaves no trace, and one taken back leaves none")
  func random() {
    for seed in 0..<120 {
      var generator = ProgramGenerator(seed: 2000 + seed)
      var run = Run("input x = 2", keepsHistory: true)
      for statement in generator.statements() {
        let before = snapshot(run.session)
        run.then(statement)
        if run.outcome == .finished, run.session.undo() == nil { continue }
        #expect(snapshot(run.session) == before, "\(statement)")
        run.then(statement)
      }
    }
  }
}
