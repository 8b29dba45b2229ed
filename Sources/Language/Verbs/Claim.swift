import Autodiff
import Reporting

extension Verbs {
  /// Tests a derivation; if it is wrong, says what is missing.
  static let claim = Verb(
    "claim", "test your own derivation; if it is wrong, see what is missing",
    usage: "claim dL/dw = 2*x", isForBeginners: true
  ) { interpreter, invocation throws(Diagnostic) in
    let operands = try interpreter.operands(invocation, 2...2)
    let report = try interpreter.temporarily { () throws(Diagnostic) in
      try ClaimStatement(
        interpreter: interpreter, left: operands[0], right: operands[1], range: invocation.range
      ).report()
    }
    interpreter.emit(.claim(report))
  }
}
