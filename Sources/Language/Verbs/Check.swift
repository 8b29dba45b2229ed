import Autodiff
import Reporting

extension Verbs {
  /// Compares every gradient with what small changes of the leaf do to the value.
  static let check = Verb(
    "check", "compare every gradient with what small changes of the leaves do",
    usage: "check L",
    options: [Verb.Option(name: "row", meaning: "a row of what was trained on last")]
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      let operand = try interpreter.operands(invocation, 1...1)[0]
      let output = try interpreter.output(of: invocation, operand)
      let leaves = interpreter.leaves().flatMap(\.nodes)
      let tape = try interpreter.tape(of: output, at: invocation.range)
      let check = GradientCheck(of: tape, in: interpreter.graph)
      var rows: [GradientCheck.Row] = []
      for leaf in leaves {
        try interpreter.spend(
          1 + 8 * tape.forwardNodes.count + interpreter.graph.count / 4, at: invocation.range)
        rows.append(check.row(for: leaf))
      }
      return CheckReport(name: interpreter.words(operand.range), rows: rows)
    }
    interpreter.emit(.check(report))
  }
}
