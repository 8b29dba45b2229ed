import Autodiff
import Reporting

extension Verbs {
  private static let options = [
    Verb.Option(
      name: "steps", meaning: "false for the results alone, or how many of the last steps"),
    Verb.Option(name: "row", meaning: "a row of what was trained on last"),
    Verb.Option(name: "unfold", meaning: "true for a step for every operation"),
  ]

  /// Shows how a value comes about, step by step.
  static let forward = Verb(
    "forward", "how a value comes about, step by step, with the numbers in",
    usage: "forward L", options: options
  ) { interpreter, invocation throws(Diagnostic) in
    try interpreter.temporarily { () throws(Diagnostic) in
      let pass = try interpreter.pass(invocation, isLoss: false)
      interpreter.emit(.forward(pass))
      interpreter.warnOfNonFinite(in: pass, backward: false, at: invocation.range)
    }
  }

  /// Shows how every gradient comes about, step by step.
  static let backward = Verb(
    "backward", "every chain-rule step from L back to the leaves, and the gradients",
    usage: "backward L", options: options, isForBeginners: true
  ) { interpreter, invocation throws(Diagnostic) in
    let pass = try interpreter.pass(invocation, isLoss: true)
    interpreter.emit(.backward(pass))
    interpreter.warnOfNonFinite(in: pass, backward: true, at: invocation.range)
  }

  /// Walks through both passes, one step at a time.
  static let step = Verb(
    "step", "walk through the passes for L, forward and back, and predict its numbers",
    usage: "step L", options: options, isForBeginners: true
  ) { interpreter, invocation throws(Diagnostic) in
    let pass = try interpreter.pass(invocation, isLoss: true)
    // Before the walk, which a person may leave at any step.
    interpreter.warnOfNonFinite(in: pass, backward: true, at: invocation.range)
    interpreter.emit(.walk(pass))
  }
}

extension Interpreter {
  /// Names the first node, or the first gradient, that is nan or infinite.
  fileprivate func warnOfNonFinite(in pass: Pass, backward: Bool, at range: SourceRange) {
    if let origin = pass.tape.firstNonFiniteValue(in: graph) {
      emit(.diagnostic(NonFiniteWording.value(origin, in: pass, at: range)))
    } else if backward, let origin = pass.tape.firstNonFiniteGradient(in: graph) {
      emit(.diagnostic(NonFiniteWording.gradient(origin, in: pass, at: range)))
    }
  }
}
