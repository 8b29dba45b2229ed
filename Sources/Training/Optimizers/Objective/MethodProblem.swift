import Reporting

/// Why a method cannot make its step.
enum MethodProblem {
  static func noHessian(method: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-second-derivatives", "'\(method)' needs second derivatives, which are not to be had here",
      at: range)
  }

  /// - Parameters:
  ///   - name: the parameter up to which the curvature is upwards.
  ///   - square: the curvature left there.
  ///   - enough: a damping that surely is enough.
  static func notPositiveDefinite(
    name: String, square: Double, enough: Double, at range: SourceRange
  ) -> Diagnostic {
    guard square.isFinite, enough.isFinite else {
      return Diagnostic(
        "not-positive-definite", "the second derivatives are not all finite", at: range)
    }
    let style = NumberStyle()
    let bound = enough > 0 ? "above \(style.text(enough))" : "above 0"
    return Diagnostic(
      "not-positive-definite",
      "the matrix of second derivatives is not positive definite, so there is no lowest point to step to",
      at: range,
      notes: [
        "at \(name) the curvature left is \(style.text(square)), and it must be above 0",
        "a damping \(bound) is enough here",
      ])
  }
}
