import Autodiff
import Reporting

/// What is wrong with a network or one of its layers.
enum NetworkProblem {
  case residualWidth(inputs: Int, outputs: Int)
  case notAnActivation(String, kind: String)
  case sizeOfNorm(String)
  case activationOperands(String, count: ClosedRange<Int>)
  case unknownLayer(String, closest: String?)
  case width(network: String, inputs: Int, given: Shape)
  case noSuchMember(String, network: String, known: [String], closest: String?)
  case notEvaluatedYet(String, network: String)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .residualWidth(let inputs, let outputs):
      return Diagnostic(
        "shape-mismatch",
        "the layers inside 'residual' turn \(inputs) into \(outputs), and both are added",
        at: range, notes: ["the last layer inside needs \(ProgramProblem.count(inputs, "unit"))"])
    case .notAnActivation(let what, let kind):
      return Diagnostic(
        "not-a-function", "\(what) is a function, not \(kind)", at: range,
        notes: ["such as tanh, relu, sigmoid, or one of your own"])
    case .sizeOfNorm(let layer):
      return Diagnostic(
        "wrong-argument-count",
        "'\(layer)' takes no size: it is as wide as what comes before it", at: range,
        notes: ["write '\(layer)()', or '\(layer)(eps=1e-5)'"])
    case .activationOperands(let function, let count):
      return Diagnostic(
        "not-an-activation",
        "'\(function)' takes \(ProgramProblem.count(count)), and here it is given one", at: range,
        notes: LayerKind.named(function) == nil
          ? ["such as tanh, relu, sigmoid, or one of your own: f(z) = z^2"]
          : ["it is a layer of its own: dense(3) -> \(function)"])
    case .unknownLayer(let name, let closest):
      return ProgramProblem.unknown(name, "there is no layer or function", closest, at: range)
    case .width(let network, let inputs, let given):
      return Diagnostic(
        "shape-mismatch",
        "'\(network)' takes \(ProgramProblem.count(inputs, "input")) and is given \(given.description)",
        at: range)
    case .noSuchMember(let name, let network, let known, let closest):
      let meant = closest.map { "; did you mean '\(network).\($0)'?" } ?? ""
      return Diagnostic(
        "no-such-member", "'\(network)' has no '.\(name)'\(meant)", at: range,
        notes: ["it has \(known.joined(separator: ", "))"])
    case .notEvaluatedYet(let name, let network):
      return Diagnostic(
        "not-evaluated-yet", "'\(network)' has not been evaluated yet, so '\(name)' has no value",
        at: range, notes: ["evaluate it on a row first: \(network)([…])"])
    }
  }
}
