import Language
import Reporting
import Testing

@Suite("Nesting, however deep")
struct NestingTests {
  @Test(
    "Nesting a hundred deep is nothing special",
    arguments: [
      ("(", "1", ")"), ("-", "1", ""), ("2^", "1", ""), ("tanh(", "1", ")"), ("f(", "1", ")"),
      ("f(1, y=", "1", ")"), ("v[", "1", "]"), ("(1 + ", "1", ")"), ("(2*", "1", ")"),
    ])
  func hundredDeep(opening: String, middle: String, closing: String) {
    let nested =
      String(repeating: opening, count: 100) + middle + String(repeating: closing, count: 100)
    let run = Run("v = [1]; f(x, y=1) = x*y\nh = \(nested)\nshow h > -inf")
    #expect(run.rendered == "")
    #expect(run.shown == "1")
  }

  @Test(
    "What is nested too deep is refused with one message, at once",
    arguments: [
      "(", "[", "-", "2^", "f(", "x[", "tanh(", "(1 + 2*-3^", "f(y=", "[[1] + ", "show (", "x = [",
      "for k in 1..1 { ", "f(x) = { ", "[k for k in [", "set [", "param x[",
    ])
  func tooDeep(opening: String) {
    let run = Run(String(repeating: opening, count: 20_000))
    #expect(run.diagnostics.count == 1)
    #expect(run.outcome == .failed)
  }

  @Test("A million brackets are refused with one message")
  func millionBrackets() {
    let run = Run(String(repeating: "(", count: 1_000_000))
    #expect(run.diagnostics.map(\.id) == ["too-deep"])
  }

  @Test("A value with a thousand members, calls or indices is refused")
  func longPostfix() {
    for postfix in [".grad", "[1]", "(1)", "(1)[1].grad"] {
      let run = Run("x = 1\nshow x" + String(repeating: postfix, count: 1_000))
      #expect(run.diagnostics.map(\.id) == ["too-deep"])
    }
  }

  @Test("Functions may call functions a hundred deep")
  func chainOfFunctions() {
    let calls = (1..<100).map { "f\($0)(x) = f\($0 - 1)(x) + 1" }.joined(separator: "\n")
    expectShown("f0(x) = x\n\(calls)\nshow f99(1)", "100")
  }

  @Test(
    "Functions that call one another for ever are stopped",
    arguments: [
      "f(g) = g(g)\nshow f(f)",
      "f(g) = { for k in 1..1 { h = [tanh(-(g(g) + 1)*2^2) for k in [1]] }; h[1] }\nshow f(f)",
      "f(x) = x\ng(x) = [-f(x)][1]^2\nf(x) = g(x) + 1\nshow f(1)",
    ])
  func endlessCalls(program: String) {
    let run = Run(program)
    #expect(run.diagnostics.map(\.id) == ["too-deep"])
    #expect(
      run.diagnostics[0].message == "more than 400 calls and brackets are open inside one another")
  }

  @Test("A sum of a hundred thousand terms is one flat expression")
  func longSum() {
    let sum = Array(repeating: "x", count: 100_000).joined(separator: " + ")
    expectShown("input x = 1\nshow \(sum)", "100000")
  }

  @Test("A line of ten megabytes is read")
  func longLine() {
    let blanks = String(repeating: " ", count: 10_000_000)
    expectShown("show 1 +\(blanks)2", "3")
    expectComplaint("show 1\(blanks.prefix(100_000))‹)›", "error: this ')' closes nothing")
  }
}
