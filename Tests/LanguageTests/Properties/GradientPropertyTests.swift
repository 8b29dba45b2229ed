import Language
import Reporting
import Testing

@Suite("What is true of every graph")
struct GradientPropertyTests {
  /// Does something for many graphs.
  private func each(_ kinds: [RandomGraph.Kind], _ count: Int, _ body: (RandomGraph) -> Void) {
    for kind in kinds {
      for seed in 0..<count { body(RandomGraph(seed: seed, kind: kind)) }
    }
  }

  @Test("'backward' and 'grad' give the same gradients, bit for bit")
  func tapeAndGraph() {
    each(RandomGraph.Kind.allCases, 150) { graph in
      let names = graph.leaves.map(\.name)
      let shown = names.map { "show grad(L, \($0))" }.joined(separator: "\n")
      let run = Run(graph.program + "backward L, steps=false\n" + shown)
      let gradients = run.objects("gradients").first?["gradients"]
      for (name, value) in zip(names, run.objects("value")) {
        #expect(
          gradients?[name]?.text == value["value"]?.text, "\(name) in \(graph.program)")
      }
      #expect(run.objects("value").count == names.count)
    }
  }

  @Test("The gradients of several leaves at once are those of each alone")
  func together() {
    each([.smooth, .kinked], 60) { graph in
      let names = graph.leaves.map(\.name)
      let list = names.joined(separator: ", ")
      let alone = names.map { "grad(L, \($0))" }.joined(separator: ", ")
      expectSame(
        graph.program + "show [\(alone)], grad(grad(L, x0), x0)",
        graph.program + "show grad(L, [\(list)]), hessian(L, [\(list)])[1, 1]")
    }
  }

  @Test("'check' agrees, unless a corner is near")
  func check() {
    each([.smooth, .kinked], 60) { graph in
      let check = Run(graph.program + "check L").objects("check").first
      let verdicts = check?["rows"]?.elements.compactMap { $0["verdict"]?.string } ?? []
      #expect(verdicts.count == graph.leaves.count)
      #expect(
        verdicts.allSatisfy { $0 == "agrees" || $0 == "kink" }, "\(verdicts) in \(graph.program)")
    }
  }

  @Test("'check' agrees for the gradient of a gradient too")
  func checkSecond() {
    each([.smooth], 60) { graph in
      let check = Run(graph.program + "G = grad(L, x0)\ncheck G").objects("check").first
      #expect(check?["holds"] == .bool(true), "\(graph.program)")
    }
  }

  @Test("Every contribution is upstream times local, and what arrives at a node adds up")
  func sums() {
    each([.named], 300) { graph in
      let run = Run(graph.program + "backward L, unfold=true")
      var arrived = ["L": 1.0]
      for step in run.objects("step") {
        let node = step["node"]?.string ?? ""
        let adjoint = step["adjoint"]?.number ?? .nan
        #expect(same(adjoint, arrived[node] ?? .nan), "\(node) in \(graph.program)")
        for sent in step["contributions"]?.elements ?? [] {
          let operand = sent["operand"]?.string ?? ""
          let contribution = sent["contribution"]?.number ?? .nan
          #expect(same(contribution, adjoint * (sent["local"]?.number ?? .nan)))
          let sum = arrived[operand].map { $0 + contribution } ?? contribution
          #expect(same(sent["adjoint"]?.number ?? .nan, sum), "\(operand) in \(graph.program)")
          arrived[operand] = sum
        }
      }
      let gradients = run.objects("gradients").first?["gradients"]
      for leaf in graph.leaves {
        #expect(same(gradients?[leaf.name]?.number ?? .nan, arrived[leaf.name] ?? 0))
      }
    }
  }

  @Test("Running a program twice gives the same bytes")
  func twice() {
    each(RandomGraph.Kind.allCases, 30) { graph in
      let program = graph.program + "forward L; backward L; check L; show L, x0"
      #expect(Run(program).lines == Run(program).lines)
    }
  }

  @Test("Retyping the leaves gives what a fresh program with those values gives")
  func retyping() {
    each(RandomGraph.Kind.allCases, 100) { graph in
      var random = RandomNumbers(seed: graph.definitions.count)
      let values = graph.leaves.map { _ in String(Double.random(in: -2...2, using: &random)) }
      let questions = "forward L; backward L; show hessian(L, x0)\n"
      let fresh = Run(graph.program(values) + questions)
      let retyped = Run(graph.program + graph.declarations(values) + "\n" + questions)
      #expect(fresh.lines == retyped.lines, "\(graph.program)")
      let names = graph.leaves.map(\.name).joined(separator: ", ")
      let set = Run(
        graph.program + "set [\(names)] = [\(values.joined(separator: ", "))]\n" + questions)
      #expect(fresh.lines == set.lines, "\(graph.program)")
    }
  }

  /// Equal to the last bit, all nans being one.
  private func same(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }
}
