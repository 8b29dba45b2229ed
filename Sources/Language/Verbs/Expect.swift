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
      let value = try evaluate(lastOfSeries(operand))
      let actual = try numbers(value, "what is expected", at: operand.range)
      return ExpectReport(text: text, holds: actual.elements.allSatisfy { $0 != 0 }, actual: actual)
    }
    let value = try evaluate(lastOfSeries(left))
    let other = try evaluate(lastOfSeries(links[0].operand))
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

  /// The expression with every curve of a run replaced by its last value.
  ///
  /// In an expectation, `loss` is what the loss was in the end; a curve that is indexed or handed to
  /// a function stays whole.
  private func lastOfSeries(_ expression: Expression) -> Expression {
    let kind: Expression.Kind
    switch expression.kind {
    case .name, .member:
      guard let count = seriesCount(expression) else { return expression }
      let place = Expression(kind: .number(Double(count)), range: expression.range)
      kind = .element(expression, [.at(place)])
    case .negated(let operand): kind = .negated(lastOfSeries(operand))
    case .power(let base, let exponent): kind = .power(lastOfSeries(base), lastOfSeries(exponent))
    case .chain(let first, let links):
      kind = .chain(
        lastOfSeries(first),
        links.map { link in
          var link = link
          link.operand = lastOfSeries(link.operand)
          return link
        })
    default: return expression
    }
    return Expression(kind: kind, range: expression.range)
  }

  /// How many values the curve has that is named; nil if it is none.
  private func seriesCount(_ expression: Expression) -> Int? {
    switch expression.kind {
    case .name("loss"):
      names.value(of: "loss") == nil ? (lastRun ?? namedRun)?.values(of: "loss")?.count : nil
    case .member(let base, let name):
      if case .name(let run) = base.kind, case .run(let record)? = names.value(of: run) {
        record.values(of: name.text)?.count
      } else {
        nil
      }
    default: nil
    }
  }
}
