import Autodiff
import Reporting

extension Verbs {
  /// Draws the graph of a value, with values and gradients.
  static let draw = Verb(
    "draw", "the graph of L with its values and gradients, here or to a file",
    usage: "draw L",
    options: [Verb.Option(name: "to", meaning: "a file: .svg, .dot or .mmd")]
  ) { interpreter, invocation throws(Diagnostic) in
    var file: String?
    if let expression = interpreter.option("to", invocation) {
      let value = try interpreter.evaluate(expression)
      guard case .text(let name) = value else {
        throw ProgramProblem.settingNotText("to", kind: value.kind)
          .diagnostic(at: expression.range)
      }
      file = name
    }
    try interpreter.temporarily { () throws(Diagnostic) in
      let pass = try interpreter.pass(invocation, isLoss: false)
      interpreter.emit(.drawing(DrawingReport(pass: pass, file: file)))
    }
  }
}
