import Autodiff
import Reporting

/// What can be wrong with a claim before it is tested.
enum ClaimProblem {
  case noDerivative
  case forbidden(String)
  case derivedName(String, by: String)
  case otherSlope(String, claimed: String)
  case notBetween(String, top: String, bottom: String)
  case shape(name: String, expected: Shape, given: Shape)
  case notFinite(String)
  case claimNotFinite(Double)
  case nothingUpdated
  case notUpdated(String)
  case notPerParameter
  case rowsUnknown

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .noDerivative:
      Diagnostic(
        "claim-form", "a claim is about a derivative, as dL/dw, or about next(w)", at: range,
        notes: [
          "write 'claim dL/dw = …', or 'claim d(L)/d(mlp.w1[2,1]) = …' where a name needs brackets"
        ])
    case .forbidden(let word):
      Diagnostic(
        "claim-forbidden", "a claim is your own derivation: '\(word)' may not be used in it",
        at: range,
        notes: ["write the factors yourself; dL/dz of a node on the way may be used"])
    case .derivedName(let name, let word):
      Diagnostic(
        "claim-forbidden",
        "a claim is your own derivation: '\(name)' was made by '\(word)', so it may not be used in it",
        at: range,
        notes: ["write the factors yourself; dL/dz of a node on the way may be used"])
    case .otherSlope(let given, let claimed):
      Diagnostic(
        "claim-slope", "'\(given)' cannot be used here: only derivatives of '\(claimed)' can",
        at: range, notes: ["write the local derivative as a formula"])
    case .notBetween(let node, let top, let bottom):
      Diagnostic(
        "claim-slope",
        "'\(SlopeName.text(top, node))' cannot be used here: '\(node)' does not lie between "
          + "'\(bottom)' and '\(top)'", at: range,
        notes: ["it may be used for nodes that depend on '\(bottom)' and that '\(top)' depends on"])
    case .shape(let name, let expected, let given):
      Diagnostic(
        "shape-mismatch", "\(name) is \(expected.description), the claim is \(given.description)",
        at: range, notes: ClaimProblem.notes(expected, given))
    case .notFinite(let name):
      Diagnostic(
        "claim-not-finite", "\(name) is not a finite number here, nor at any point near", at: range)
    case .claimNotFinite(let value):
      Diagnostic(
        "claim-not-finite", "what is claimed is \(NumberStyle.exact.text(value)) here", at: range,
        notes: ["a claim is tested where both sides are finite numbers"])
    case .nothingUpdated:
      Diagnostic(
        "claim-next", "nothing has been minimized or trained yet", at: range,
        notes: ["'claim next(w) = …' is about the step after those of 'minimize' or 'train'"])
    case .notUpdated(let name):
      Diagnostic(
        "claim-next", "'\(name)' is no parameter of the last 'minimize' or 'train'", at: range)
    case .notPerParameter:
      Diagnostic(
        "claim-next", "the next step of this method is no formula of one parameter", at: range,
        notes: ["'next' knows the optimizers that change each parameter by itself"])
    case .rowsUnknown:
      Diagnostic(
        "claim-next", "which rows come next is drawn at random, so the next step is not known",
        at: range, notes: ["train without 'batch' and 'shuffle', or use 'minimize'"])
    }
  }

  private static func notes(_ expected: Shape, _ given: Shape) -> [String] {
    if case .matrix(let rows, let columns) = expected, given == .matrix(columns, rows) {
      return ["it looks transposed: a row for each row of what is differentiated by"]
    }
    return ["a claim has one element for each that it is differentiated by"]
  }
}
