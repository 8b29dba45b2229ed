import Reporting

/// Why a method cannot make its step; whoever runs it adds where the program asked for it.
enum MethodProblem {
  static func noHessian(method: String) -> Diagnostic {
    Diagnostic(
      "no-second-derivatives", "'\(method)' needs second derivatives, which are not to be had here",
      at: .none)
  }

  /// - Parameters:
  ///   - row: the parameter, from 0, up to which the curvature is upwards.
  ///   - square: the curvature left there.
  ///   - enough: a damping that surely is enough.
  static func notPositiveDefinite(row: Int, square: Double, enough: Double) -> Diagnostic {
    guard square.isFinite, enough.isFinite else {
      return Diagnostic(
        "not-positive-definite", "the second derivatives are not all finite", at: .none)
    }
    let style = NumberStyle()
    let bound = enough > 0 ? "above \(style.text(enough))" : "above 0"
    return Diagnostic(
      "not-positive-definite",
      "the matrix of second derivatives is not positive definite, so there is no lowest point to step to",
      at: .none,
      notes: [
        "at parameter \(row + 1) the curvature left is \(style.text(square)), and it must be above 0",
        "a damping \(bound) is enough here",
      ])
  }
}
