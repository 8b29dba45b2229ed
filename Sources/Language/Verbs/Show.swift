import Autodiff
import Reporting

extension Verbs {
  /// Shows what something is worth, what it is made from, and what it feeds.
  static let show = Verb(
    "show", "the value of something, what it is made from, and what it feeds",
    usage: "show x",
    options: [
      Verb.Option(name: "digits", meaning: "significant digits, 1 to 17"),
      Verb.Option(name: "row", meaning: "a row of what was trained on last"),
    ],
    isForBeginners: true
  ) { interpreter, invocation throws(Diagnostic) in
    let operands = try interpreter.operands(invocation, 1...Int.max)
    var digits: Int?
    if let expression = interpreter.option("digits", invocation) {
      let given = try interpreter.wholeNumber(expression, "'digits'")
      guard (1...17).contains(given) else {
        throw ProgramProblem.settingOutOfRange("digits", value: Double(given), allowed: 1...17)
          .diagnostic(at: expression.range)
      }
      digits = given
    }
    let row = try interpreter.row(invocation)
    for operand in operands {
      let report = try interpreter.temporarily { () throws(Diagnostic) in
        try interpreter.lookAt(row, at: operand.range)
        interpreter.row = row
        defer { interpreter.row = nil }
        return try interpreter.report(on: operand, digits: digits)
      }
      interpreter.emit(.value(report))
    }
  }
}

extension Interpreter {
  /// The most users of a node whose titles are written.
  private static let mostUsers = 200

  fileprivate func report(on operand: Expression, digits: Int?) throws(Diagnostic) -> ValueReport {
    let known = graph.count
    if case .name(let name) = operand.kind, case .openNetwork(let open)? = names.value(of: name) {
      var report = ValueReport(
        name: name, numbers: Numbers(shape: .scalar, elements: []), feeds: [])
      report.text = "an open network, for a search to choose: \(words(open))"
      return report
    }
    let value = try evaluate(operand)
    var report = ValueReport(
      name: words(operand.range), numbers: Numbers(shape: .scalar, elements: []), formula: nil,
      role: nil, feeds: [], text: nil, digits: digits)
    switch value {
    case .function(let function):
      report.text = function.signature
      return report
    case .text(let text):
      report.text = "\"\(text)\""
      return report
    case .network(let network):
      report.text = "a network: \(network.signature), \(network.parameterCount) parameters"
      report.parts = network.tensors.map { tensor in
        (
          tensor.name,
          Numbers(shape: tensor.shape, elements: tensor.nodes.map(graph.value))
        )
      }
      return report
    case .data(let data):
      report.text = data.summary
      return report
    case .run(let run):
      report.text = run.summary
      return report
    default: break
    }
    report.numbers = try numbers(value, "what is shown", at: operand.range)
    if case .node(let node) = value {
      try spend(1 + (graph.count - Int(node.index)) / 16, at: operand.range)
      report.formula = graph.application(of: node)
      if graph.isConstant(node), !graph.isNamed(node) { return report }
      let users = graph.users(of: node).filter { $0.index < known }
      let titles = users.prefix(Interpreter.mostUsers).map { graph.brief(of: $0) }
      var known: Set<String> = []
      report.feeds = Array(titles.filter { known.insert($0).inserted }.prefix(8))
      report.otherFeeds =
        users.count - titles.filter { report.feeds.contains($0) }.count
    }
    if case .name(let name) = operand.kind { report.role = names.binding(of: name)?.role }
    return report
  }
}

extension FunctionValue {
  /// How a call of it is written.
  var signature: String {
    let words =
      switch source {
      case .written(let function): function.signature
      case .builtin(let function): function.signature
      case .network(let network): network.signature
      }
    let settings = chosen.keys.sorted().joined(separator: ", ")
    return chosen.isEmpty ? words : "\(words), with \(settings) chosen"
  }
}
