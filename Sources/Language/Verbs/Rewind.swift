import Autodiff
import Reporting

extension Verbs {
  /// Goes back to a step of a training, and on from there.
  static let rewind = Verb(
    "rewind", "go back to before a step of a training, look into it, and go on from there",
    usage: "rewind run, step=137",
    options: [
      Verb.Option(
        name: "step", meaning: "the step that is then about to be made, from 1; or last, or end"),
      Verb.Option(
        name: "when",
        meaning: "the first step before which this holds: gradient_norm > 5, accuracy > 0.9"),
      Verb.Option(
        name: "resume",
        meaning: "true: train on to the planned end, from the parameters as they are"),
    ]
  ) { interpreter, invocation throws(Diagnostic) in
    try RewindStatement(interpreter, invocation).carryOut()
  }
}
