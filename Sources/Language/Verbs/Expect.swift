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
    let operand = lastOfSeries(in: try operands(invocation, 1...1)[0])
    var tolerance = 1e-6
    if let expression = option("tolerance", invocation) {
      tolerance = try number(of: try evaluate(expression), "'tolerance'", at: expression.range)
    }
    let text = words(operand.range)
    guard case .chain(let left, let links) = operand.kind, links.count == 1,
      InfixTable.precedence(of: links[0].symbol) == .comparison
    else {
      let actual = try numbers(try evaluate(operand), "what is expected", at: operand.range)
      return ExpectReport(
        text: text, left: text, holds: actual.elements.allSatisfy { $0 != 0 }, actual: actual)
    }
    let leftText = words(left.range)
    let value = try evaluate(left)
    let other = try evaluate(links[0].operand)
    let actual = try numbers(value, "what is expected", at: left.range)
    if case .approximately = InfixTable.entries[links[0].symbol]?.meaning {
      let holds = try approximately(value, other, tolerance: tolerance, at: operand.range)
      return ExpectReport(
        text: text, left: leftText, holds: holds, actual: actual,
        expected: try numbers(other, "what is expected", at: links[0].operand.range))
    }
    guard case .operation(let id) = InfixTable.entries[links[0].symbol]?.meaning else {
      return ExpectReport(text: text, left: leftText, holds: false, actual: actual)
    }
    let outcome = try elementwise(
      id, value, other, .none, symbol: links[0].symbol.rawValue, at: operand.range)
    let holds = try numbers(outcome, "what is expected", at: operand.range).elements
      .allSatisfy { $0 == 1 }
    return ExpectReport(text: text, left: leftText, holds: holds, actual: actual)
  }

  /// The expression with the last value in place of each curve of a run, but where it is indexed or
  /// handed to a function.
  private func lastOfSeries(in expression: Expression) -> Expression {
    if let count = seriesCount(expression) {
      let last = Expression(kind: .number(Double(count)), range: expression.range)
      return Expression(kind: .element(expression, [.at(last)]), range: expression.range)
    }
    var result = expression
    switch expression.kind {
    case .negated(let operand): result.kind = .negated(lastOfSeries(in: operand))
    case .power(let base, let power):
      result.kind = .power(lastOfSeries(in: base), lastOfSeries(in: power))
    case .chain(let first, let links):
      let links = links.map { link in
        var link = link
        link.operand = lastOfSeries(in: link.operand)
        return link
      }
      result.kind = .chain(lastOfSeries(in: first), links)
    case .call(let function, let arguments):
      let arguments = arguments.map { argument in
        seriesCount(argument.value) == nil
          ? Argument(name: argument.name, value: lastOfSeries(in: argument.value)) : argument
      }
      result.kind = .call(function, arguments)
    case .number, .text, .name, .element, .member, .list, .comprehension, .range: break
    }
    return result
  }

  /// How many values a curve of a run has; nil if the expression is none.
  private func seriesCount(_ expression: Expression) -> Int? {
    let values: [Double]? =
      switch expression.kind {
      case .name("loss") where names.value(of: "loss") == nil:
        (lastRun ?? namedRun).flatMap { curve("loss", of: $0) }
      case .member(let base, let series):
        if case .name(let word) = base.kind, case .run(let run)? = names.value(of: word) {
          curve(series.text, of: run)
        } else {
          nil
        }
      default: nil
      }
    return values.flatMap { $0.isEmpty ? nil : $0.count }
  }
}
