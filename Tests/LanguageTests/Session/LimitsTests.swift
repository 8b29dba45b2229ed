import Autodiff
import Reporting
import Synchronization
import Testing

@testable import Language

@Suite("Limits")
struct LimitsTests {
  @Test(
    "Work too large for any limit is refused at once, before any of it is done",
    arguments: [
      "for k in 1..1000000000 { y = x*k }", "for k in 1..1000000000000 { }",
      "for i in 1..100000 { for j in 1..100000 { y = x*i } }",
      "for i in 1..10^5 { for j in 1..n { y = i } }",
      "for i in 1..n { z = f(i) }", "for i in 1..n { z = [x*j for j in 1..n] }",
      "y = [k for k in 1..1000000000]", "y = [x*k for k in 1..10^9]",
      "y = [[i*j for i in 1..10^5] for j in 1..10^5]",
      "y = 1..1000000000", "y = (1..1000000000) + 1", "show 1..10^12", "show len(1..10^9)",
      "y = zeros(10^6, 10^6)", "y = ones(10^9)", "y = zeros(10^15)", "y = zeros(1e9, 1e9)",
      "y = normal(rows=10^6, columns=10^6)", "y = uniform(rows=10^9)",
      "param W[10^6, 10^6] = normal()", "param W[1000000, 1000000] = 0", "input x[10^9] = 1",
      "y = outer(v, v)", "y = M @ transpose(M)", "y = hessian(sum(w*w), w)",
      "for k in 1..n { y = v*k }", "y = M[v, v]", "f2(k) = zeros(k, k); show f2(10^6)",
      "for k in v { for j in v { show j } }",
    ])
  func refused(statement: String) {
    var run = Run(
      """
      n = 100000; x = 1; v = ones(20000); param w[20000] = 1; M = ones(20000, 1)
      f(x) = { for k in 1..n { y = x*k }; y }
      """, limits: Limits())
    #expect(run.rendered == "")
    let nodes = run.session.interpreter.graph.count
    run.then(statement)
    #expect(run.diagnostics.count == 1)
    #expect(run.diagnostics.first?.id.hasPrefix("limit-") == true)
    #expect(run.session.interpreter.graph.count == nodes)
  }

  @Test("Nodes")
  func nodes() {
    var limits = Limits.tests
    limits.nodes = 20
    expectComplaint(
      "f(x) = ‹x*x*x*x*x›*x; input x = 1; y = f(x) + f(x); z = f(x) + f(x)",
      """
      error: this needs more than 20 nodes
      note: the limit can be raised with --limit-nodes
      """, limits: limits)
    expectComplaint(
      "‹for k in 1..30 { y = 2*k }›",
      """
      error: this needs more than 20 nodes
      note: the limit can be raised with --limit-nodes
      """, limits: limits)
  }

  @Test("Nodes are counted however they come about")
  func everyNode() {
    var limits = Limits.tests
    limits.nodes = 1000
    for program in [
      "x = 0.5; f(y) = y*2; for k in 1..1000 { x = f(x) }",
      "f(y) = y + 1; g(y) = f(f(y)); x = [g(k) for k in 1..600]",
      "x = [k for k in 1..1001]", "x = zeros(1001)", "x = 1..1001",
      "param x = 0.5; y = x; for k in 1..20 { y = grad(tanh(y*y), x) }",
      "param x = 0.5; for k in 1..1000 { backward x*k, steps=false }",
      "param x[40] = 1; h = hessian(sum(x*x*x), x)",
      "input x = 1; x1 = [x]; for k in 1..20 { x1 = concat(x1, x1) }",
      "x = 1; for k in 1..501 { y = x + k }",
    ] {
      let run = Run(program, limits: limits)
      #expect(run.diagnostics.map(\.id) == ["limit-nodes"], "\(program)")
    }
  }

  @Test("Steps")
  func steps() {
    var limits = Limits.tests
    limits.steps = 100
    expectComplaint(
      "‹for k in 1..101 { show k }›",
      """
      error: this needs more than 100 steps
      note: the limit can be raised with --limit-steps
      """, limits: limits)
    limits.steps = 100_000
    for program in [
      "input x = 1; y = x; for k in 1..1000 { y = y*x }; for k in 1..2000 { set x = k }",
      "input x = 1; y = x; for k in 1..1000 { y = y*x }; for k in 1..2000 { show x }",
      "input x = 1; y = x; for k in 1..1000 { y = y*x }; for k in 1..2000 { backward y, steps=0 }",
      "input x = 1; y = x; for k in 1..1000 { y = y*x }; backward y, steps=0; for k in 1..2000 { show x.grad }",
      "input v[1000] = 1; for k in 1..2000 { show v[1..500][1] }",
      "input v[1000] = 1; for k in 1..2000 { show sum(v) }",
      "f(g) = { for k in 1..1000 { g(k) }; 1 }; h(k) = { for j in 1..k { j }; 1 }; show f(h)",
    ] {
      #expect(Run(program, limits: limits).diagnostics.map(\.id) == ["limit-steps"], "\(program)")
    }
  }

  @Test("Memory")
  func memory() {
    var limits = Limits.tests
    limits.memory = 1 << 20
    expectComplaint(
      "x = zeros(‹100000›)",
      """
      error: this needs more than 1 MiB of memory
      note: the limit can be raised with --limit-memory
      """, limits: limits)
    let run = Run("input v[1000] = 1; for k in 1..100 { s = sum(v) }", limits: limits)
    #expect(run.diagnostics.map(\.id) == ["limit-memory"])
  }

  @Test("Seconds")
  func seconds() {
    var limits = Limits.tests
    limits.seconds = 0.05
    limits.steps = 100_000_000
    let run = Run("for k in 1..30000000 { show 1 }", limits: limits)
    #expect(run.diagnostics.map(\.id) == ["limit-seconds"])
    #expect(run.diagnostics.first?.message == "this took longer than 0.05 seconds")
    #expect(run.diagnostics.first?.notes == ["the limit can be raised with --limit-seconds"])
    #expect(run.outcome == .failed)
  }

  @Test("A person may stop a run, and everything is as it was before the statement")
  func interrupted() {
    let asked = Atomic(0)
    let session = Session(isInterrupted: { asked.add(1, ordering: .relaxed).newValue > 20 })
    var said: [Diagnostic] = []
    let outcome = session.run(
      SourceText(name: "test.grad", "x = 1\nfor k in 1..1000000 { x = x + k }")
    ) { if case .diagnostic(let diagnostic) = $0 { said.append(diagnostic) } }
    #expect(outcome == .interrupted)
    #expect(said.map(\.message) == ["stopped; everything is as it was before this statement"])
    asked.store(-1_000_000, ordering: .relaxed)
    var shown = ""
    _ = session.run(SourceText(name: "test.grad", "show x")) { event in
      JSONPresenter(sources: session.sources).present(event) { shown += $0["value"]?.text ?? "" }
    }
    #expect(shown == "1")
  }
}
