import Autodiff
import Reporting

extension Verbs {
  /// Tests that something is so; the program fails if it is not.
  static let expect = Verb(
    "expect", "test that something is so",
    usage: "expect L ~ 0.25",
    options: [Verb.Option(name: "tolerance", meaning: "how far apart '~' lets two numbers be")]
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try interpreter.expectation(invocation)
    }
    interpreter.emit(.expect(report))
  }
}

extension Interpreter {
  fileprivate func expectation(_ invocation: Invocation) throws(Diagnostic) -> ExpectReport {
    let operand = try operands(invocation, 1...1)[0]
    var tolerance = 1e-6
    if let expression = option("tolerance", invocation) {
      tolerance = try number(of: try evaluate(expression), "'tolerance'", at: expression.range)
    }
    let text = words(operand.range)
    guard case .chain(let left, let links) = operand.kind, links.count == 1,
      InfixTable.precedence(of: links[0].symbol) == .comparison
    else {
      let actual = try numbers(try evaluate(operand), "what is expected", at: operand.range)
      return ExpectReport(text: text, holds: actual.elements.allSatisfy { $0 != 0 }, actual: actual)
    }
    let value = try evaluate(left)
    let other = try evaluate(links[0].operand)
    let actual = try numbers(value, "what is expected", at: left.range)
    if case .approximately = InfixTable.entries[links[0].symbol]?.meaning {
      let holds = try approximately(value, other, tolerance: tolerance, at: operand.range)
      return ExpectReport(text: text, holds: holds, actual: actual)
    }
    guard case .operation(let id) = InfixTable.entries[links[0].symbol]?.meaning else {
      return ExpectReport(text: text, holds: false, actual: actual)
    }
    let outcome = try elementwise(
      id, value, other, .none, symbol: links[0].symbol.rawValue, at: operand.range)
    let holds = try numbers(outcome, "what is expected", at: operand.range).elements
      .allSatisfy { $0 == 1 }
    return ExpectReport(text: text, holds: holds, actual: actual)
  }
}
