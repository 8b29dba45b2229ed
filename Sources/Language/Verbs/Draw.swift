import Autodiff
import Reporting

extension Verbs {
  /// Draws the graph of a value, with values and gradients.
  static let draw = Verb(
    "draw", "the graph of L with its values and gradients, here or to a file",
    usage: "draw L",
    options: [Verb.Option(name: "to", meaning: "a file: .svg, .dot or .mmd")]
  ) { interpreter, invocation throws(Diagnostic) in
    let file = try interpreter.file(invocation)
    try interpreter.temporarily { () throws(Diagnostic) in
      let pass = try interpreter.pass(invocation, isLoss: false)
      interpreter.emit(.drawing(DrawingReport(pass: pass, file: file)))
    }
  }
}

extension Interpreter {
  /// The file that a picture goes to, by the option `to`; nil for the terminal.
  func file(_ invocation: Invocation) throws(Diagnostic) -> String? {
    guard let expression = option("to", invocation) else { return nil }
    let value = try evaluate(expression)
    guard case .text(let name) = value else {
      throw ProgramProblem.settingNotText("to", kind: value.kind).diagnostic(at: expression.range)
    }
    return name
  }
}
