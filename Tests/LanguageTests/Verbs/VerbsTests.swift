import Autodiff
import Language
import Reporting
import Testing

@Suite("Verbs")
struct VerbsTests {
  /// The neuron of the tour.
  static let neuron = "input x = 2; param w = -3; param b = 6.5; y = tanh(w*x + b)\n"

  @Test("'show' says the value of each operand")
  func show() {
    #expect(
      Run("x = [1, 2]; show x, x[1] + 1, digits=3").lines == [
        #"{"type":"value","name":"x","value":[1,2]}"#,
        #"{"type":"value","name":"x[1] + 1","value":2}"#,
      ])
    #expect(Run("x = 2\nx*3").lines == [#"{"type":"value","name":"x*3","value":6}"#])
    #expect(Run("x = 2; y = x + 1; f(x) = x").lines == [])
  }

  @Test("'forward' says each node once, operands before results")
  func forward() {
    let run = Run(VerbsTests.neuron + "forward y")
    #expect(
      run.objects("step").map { $0["node"]?.string } == ["w*x", "w*x + b", "y"])
    #expect(run.objects("step").map { $0["operation"]?.string } == ["mul", "add", "tanh"])
    #expect(run.objects("step").compactMap { $0["value"]?.number }.prefix(2) == [-6, 0.5])
    #expect(run.lines.last == #"{"type":"value","name":"y","value":0.46211715726000974}"#)
  }

  @Test("'backward' says each contribution as upstream times local, and then every gradient")
  func backward() {
    let lines = Run(VerbsTests.neuron + "backward y").lines
    let expected = """
      {"type":"step","phase":"backward","index":1,"node":"y","operation":"tanh",\
      "operands":["w*x + b"],"adjoint":1,"contributions":[{"operand":"w*x + b",\
      "formula":"1 - y^2","local":0.7864477329659274,"contribution":0.7864477329659274,\
      "adjoint":0.7864477329659274}],"kink":false}
      {"type":"step","phase":"backward","index":2,"node":"w*x + b","operation":"add",\
      "operands":["w*x","b"],"adjoint":0.7864477329659274,"contributions":[{"operand":"w*x",\
      "formula":"1","local":1,"contribution":0.7864477329659274,"adjoint":0.7864477329659274},\
      {"operand":"b","formula":"1","local":1,"contribution":0.7864477329659274,\
      "adjoint":0.7864477329659274}],"kink":false}
      """
    #expect(lines.prefix(2).joined(separator: "\n") == expected)
    let gradients = """
      {"type":"gradients","of":"y","value":0.46211715726000974,"gradients":\
      {"x":-2.359343198897782,"w":1.5728954659318548,"b":0.7864477329659274}}
      """
    #expect(lines.last == gradients)
  }

  @Test("A second 'backward' never accumulates")
  func idempotent() {
    let run = Run(VerbsTests.neuron + "backward y; backward y; show w.grad")
    let gradients = run.objects("gradients").map(\.text)
    #expect(gradients.count == 2 && gradients[0] == gradients[1])
    #expect(run.shown == "1.5728954659318548")
  }

  @Test("How many steps are shown is chosen")
  func steps() {
    for (options, count) in [
      ("", 3), (", steps=true", 3), (", steps=false", 0), (", steps=0", 0), (", steps=2", 2),
      (", steps=99", 3), (", unfold=true", 3), (", steps=1, unfold=false", 1),
    ] {
      #expect(Run(VerbsTests.neuron + "backward y\(options)").objects("step").count == count)
      #expect(Run(VerbsTests.neuron + "forward y\(options)").objects("step").count == count)
    }
  }

  @Test("'step' walks through both passes")
  func step() {
    let run = Run(VerbsTests.neuron + "step y")
    #expect(
      run.objects("step").map { $0["phase"]?.string } == [
        "forward", "forward", "forward", "backward", "backward", "backward",
      ])
  }

  @Test("'check' compares every leaf's gradient with differences")
  func check() {
    let run = Run(VerbsTests.neuron + "param v = [1, 2]; check y + v[2]")
    let check = run.objects("check").first
    #expect(check?["of"]?.string == "y + v[2]")
    #expect(check?["holds"] == .bool(true))
    #expect(
      check?["rows"]?.elements.compactMap { $0["leaf"]?.string } == ["x", "w", "b", "v[1]", "v[2]"])
    #expect(check?["rows"]?.elements.allSatisfy { $0["verdict"] == .string("agrees") } == true)
  }

  @Test("'check' says where a corner lies too near, and holds detached values fixed")
  func checkKinks() {
    let kink = Run("input x = 0; check max(x, 0)").objects("check").first
    #expect(kink?["rows"]?.elements.first?["verdict"] == .string("kink"))
    let detached = Run("input x = 3; check detach(x)*x").objects("check").first
    #expect(detached?["holds"] == .bool(true))
    #expect(detached?["rows"]?.elements.first?["analytic"] == .number(3))
  }

  @Test(
    "'expect' tests a comparison and says what is so",
    arguments: [
      ("expect 1 + 1 ~ 2", true, "2"), ("expect 1 < 2", true, "1"), ("expect 2 < 1", false, "2"),
      ("expect [1, 2] == [1, 2]", true, "[1,2]"), ("expect [1, 2] == [1, 3]", false, "[1,2]"),
      ("expect [1, 2] > 0", true, "[1,2]"), ("expect 1 ~ 1.1, tolerance=0.2", true, "1"),
      ("expect 1 ~ 1.1", false, "1"), ("expect 1 ~ 1.1, tolerance=0", false, "1"),
      ("expect 3", true, "3"), ("expect 0", false, "0"), ("expect nan == nan", false, "\"nan\""),
      ("expect 1 != 2", true, "1"), ("expect (1 < 2)", true, "1"),
    ])
  func expect(program: String, holds: Bool, actual: String) {
    let report = Run(program).objects("expect").first
    #expect(
      report?["text"]?.string
        == String(program.dropFirst(7).prefix { $0 != "," || program.contains("[") }))
    #expect(report?["holds"] == .bool(holds))
    #expect(report?["actual"]?.text == actual)
  }

  @Test(
    "In 'expect', a curve stands for its last value, unless it is indexed or handed to a function",
    arguments: [
      ("loss < 5", true), ("loss < 2", false), ("r.loss ~ 2.56", true), ("-loss > -3", true),
      ("loss < 0.5*r.loss[1]", true), ("r.loss < max(r.loss)", true), ("len(loss) == 3", true),
      ("max(loss) ~ 6.25", true), ("loss == r.loss", true), ("r.lr ~ 0.1", true),
    ])
  func expectLast(expectation: String, holds: Bool) {
    let program = "param w = 2.5; L = w^2; minimize L, optimizer=sgd(lr=0.1), steps=3, name=r\n"
    let report = Run(program + "expect " + expectation).objects("expect").first
    #expect(report?["text"]?.string == expectation)
    #expect(report?["holds"] == .bool(holds))
  }

  @Test("A name of the learner's own is no curve, even if it is 'loss'")
  func expectOwnLoss() {
    let program = "param w = 1; minimize w^2, steps=2; loss = [3, 1]; expect loss > 2"
    #expect(Run(program).objects("expect").first?["holds"] == .bool(false))
  }

  @Test("'draw' hands over the graph, and the file it goes to")
  func draw() {
    let run = Run(VerbsTests.neuron + "draw y; draw y, to=\"y.svg\"")
    #expect(
      run.lines == [
        #"{"type":"drawing","of":"y","file":null}"#, #"{"type":"drawing","of":"y","file":"y.svg"}"#,
      ])
  }

  @Test("What a verb computes on the way leaves no trace")
  func noTrace() {
    let before = Run(VerbsTests.neuron + "draw y").events.last
    let after = Run(VerbsTests.neuron + "show y*2; forward y + 1; check y*y; expect y > 0; draw y")
      .events.last
    guard case .drawing(let first)? = before, case .drawing(let second)? = after else {
      Issue.record("both programs draw")
      return
    }
    #expect(first.pass.graph.count == second.pass.graph.count)
  }
}
