import Language
import Reporting
import Teaching
import Testing

@Suite("What is typed for an exercise")
struct AttemptTests {
  private static let given = "param w = 3\nL = w^2\n"

  private func attempt(_ check: String) throws -> Attempt {
    let folder = try TemporaryFolder([
      "task.md":
        "---\ntitle: A\nkind: repair\npoints: 1\nhints: [a nudge, the rule, more]\n---\nWords.\n",
      "check.grad": check, "given.grad": Self.given, "start.grad": "", "solution.grad": "",
      "wrong/one.grad": "# diagnosis: unknown\n",
    ])
    return Attempt(try Exercise(folder: folder.path))
  }

  private func begun() -> Session {
    let session = Session(keepsHistory: true)
    _ = session.run(SourceText(name: "given", Self.given)) { _ in }
    return session
  }

  private func type(_ words: String, _ attempt: inout Attempt) {
    for statement in Session.outline(of: SourceText(name: "", words)).statements {
      attempt.note(SourceText(name: "", words).text(statement.bytes), statement)
    }
  }

  @Test("A try that failed does not count for the next, but what it defined is there")
  func tries() throws {
    var attempt = try attempt("# a step\nexpect w ~ 1\n")
    type("f(x) = x - 2\nset w = w + 5", &attempt)
    #expect(attempt.hasActed)
    #expect(!attempt.report().isFull)
    let session = begun()
    attempt.beginAnew(in: session)
    #expect(attempt.isEmpty && !attempt.hasActed)
    #expect(session.knows("f") && session.undo() == nil)
    type("set w = f(w)", &attempt)
    #expect(attempt.report().isFull)
  }

  @Test("A definition that no longer runs is left out, and one that hinders does not")
  func leftOut() throws {
    var attempt = try attempt("# a step\nexpect w ~ 1\n")
    type("minimize L, steps=1\nlast = run.loss\nw = 7\nset w = 2", &attempt)
    let session = begun()
    attempt.beginAnew(in: session)
    #expect(!session.knows("last"))
    type("set w = 1", &attempt)
    #expect(attempt.report().isFull)
  }

  @Test("Lines that were typed one by one have no numbers")
  func lines() throws {
    var attempt = try attempt("# a step\nexpect w ~ 1\n")
    type("a = 1\nset nowhere = 2", &attempt)
    let messages = attempt.report().messages
    #expect(messages.count == 1)
    #expect(messages.first?.contains("'nowhere'") == true)
    #expect(!messages.joined().contains("line"))
  }
}
