import Autodiff
import Reporting

extension Verbs {
  /// Sets the number all later random draws depend on.
  static let seed = Verb(
    "seed", "the number that all later random draws depend on", usage: "seed 7"
  ) { interpreter, invocation throws(Diagnostic) in
    let operand = try interpreter.operands(invocation, 1...1)[0]
    let number = try interpreter.wholeNumber(operand, "a seed")
    interpreter.random = RandomSource(seed: Int64(number))
  }
}
