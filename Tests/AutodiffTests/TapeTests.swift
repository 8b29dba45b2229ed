import Autodiff
import Reporting
import Testing

@Suite("The tape")
struct TapeTests {
  @Test("A value used twice collects both contributions, the last use first")
  func fork() throws {
    var graph = Graph()
    let x = graph.addLeaf(3, at: .none)
    graph.name(x, "x")
    let multiply = try #require(Operators.named("mul"))
    let square = graph.add(multiply, [x, x], at: .none)
    let y = graph.add(multiply, [square, x], at: .none)
    let tape = Tape(of: y, in: graph)
    #expect(tape.gradient(at: x) == 27)
    let last = try #require(tape.backwardStep(1, in: graph))
    #expect(last.contributions.map(\.before) == [9, 18])
    #expect(last.contributions.map(\.after) == [18, 27])
    #expect(last.contributions[0].formula.text(FormulaStyle(.names)) == "x")
  }

  @Test("The derivative graph gives the tape's gradient, bit for bit")
  func derivativeGraph() throws {
    var graph = Graph()
    let x = graph.addLeaf(0.7, at: .none)
    let tanh = try #require(Operators.named("tanh"))
    let multiply = try #require(Operators.named("mul"))
    let inner = graph.add(tanh, [x], at: .none)
    let y = graph.add(multiply, [inner, x], at: .none)
    let tape = Tape(of: y, in: graph)
    let gradient = graph.addGradient(of: y, at: [x], from: .none)
    #expect(graph.value(of: gradient[0]) == tape.gradient(at: x))
  }
}
