import Autodiff
import Pictures
import Reporting
import Training

extension Verbs {
  /// Draws numbers: curves, matrices, and values over one or two variables.
  static let plot = Verb(
    "plot", "draw a curve, a matrix, a function, or a value over one or two variables",
    usage: "plot loss",
    options: [
      Verb.Option(name: "log", meaning: "true for a logarithmic axis"),
      Verb.Option(name: "slope", meaning: "true for the slope beside each curve over one variable"),
      Verb.Option(name: "to", meaning: "a file: .svg"),
    ],
    takesOtherNames: true
  ) { interpreter, invocation throws(Diagnostic) in
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try PlotStatement(interpreter, invocation).report()
    }
    interpreter.emit(.plot(report, file: try interpreter.file(invocation)))
  }
}
