import Language
import Reporting
import Testing

@Suite("A session")
struct SessionTests {
  @Test("What one text defined, the next can use")
  func texts() {
    var run = Run("input x = 2; f(a) = a*x")
    run.then("show f(3)")
    run.then("input x = 5")
    run.then("show f(3)")
    #expect(run.shown == "6 15")
  }

  @Test("A program stops at its first error; what was shown before stays")
  func firstError() {
    let run = Run("show 1\nshow 2, foo\nshow 3")
    #expect(run.shown == "1 2")
    #expect(run.outcome == .failed)
    #expect(run.diagnostics.count == 1)
  }

  @Test("The last statement that changed something is taken back, with what was shown since")
  func undoChange() {
    var run = Run("input x = 2; y = 3*x", keepsHistory: true)
    run.then("show y; forward y; show x")
    #expect(run.session.undoLastChange() == "y = 3*x")
    #expect(run.session.undoLastChange() == "input x = 2")
    #expect(run.session.undoLastChange() == nil)
  }

  @Test("A statement can be taken back, and its words are told")
  func undo() {
    var run = Run("input x = 2; y = 3*x", keepsHistory: true)
    run.then("input x = 4")
    run.then("show y")
    #expect(run.session.undo() == "show y")
    #expect(run.session.undo() == "input x = 4")
    run.then("show y")
    #expect(run.shown == "12 6")
    #expect(run.session.statements.map(\.words) == ["input x = 2", "y = 3*x", "show y"])
    for _ in 0..<3 { #expect(run.session.undo() != nil) }
    #expect(run.session.undo() == nil)
    run.then("show y")
    #expect(run.diagnostics.last?.id == "unknown-name")
  }

  @Test("Taking back restores the random numbers, the last loss and functions")
  func undoEverything() {
    var run = Run("param w = 3; f(x) = x; backward w*w, steps=false", keepsHistory: true)
    run.then("seed 5; x = normal(); backward w, steps=false; f(x) = 2*x")
    for _ in 0..<4 { _ = run.session.undo() }
    run.then("show normal(), w.grad, f(1)")
    #expect(run.shown == Run("show normal()").shown + " 6 1")
  }

  @Test(
    "A prompt asks for more where a statement is not finished",
    arguments: [
      ("x = (1 +", true), ("f(x) = {", true), ("for k in 1..3 {", true), ("x = [1,", true),
      ("x = 1 +", true), ("x =", true), ("show 1,", true), ("for k in 1..3", true),
      ("x = 1", false), ("f(x) = { x }", false), ("x = 1)", false), ("show 2x", false), ("", false),
      ("x = = 1", false), ("# x = (", false), ("x = (1 + 2]", false),
    ])
  func incomplete(text: String, isIncomplete: Bool) {
    #expect(Session.isIncomplete(text) == isIncomplete)
  }

  @Test("The echo of a definition says its numbers, its role or how it is called")
  func definitions() {
    let run = Run(
      "input x = 2; y = [x, 3]; f(a, b=1) = a; for k in 1..2 { h = k }", keepsHistory: true)
    let definitions = run.events.compactMap { event -> Definition? in
      if case .defined(let definition) = event { definition } else { nil }
    }
    #expect(definitions.map(\.name) == ["x", "y", "f", "h"])
    #expect(definitions.map(\.role) == [.input, nil, nil, nil])
    #expect(definitions.map(\.signature) == [nil, nil, "f(a, b=1)", nil])
    #expect(definitions[1].numbers?.elements == [2, 3])
  }
}
