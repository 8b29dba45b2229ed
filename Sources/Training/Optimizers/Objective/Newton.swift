public import Autodiff
public import Reporting

/// A step to the bottom of the parabola that the second derivatives describe.
public struct Newton: ObjectiveMethod {
  public static let name = "newton"
  public static let summary = "to the bottom of the parabola that the curvature describes"
  public static let source =
    "Newton (1669); damping: Levenberg (1944); solved as Cholesky (1910) did"
  public static let settings = [
    .lr(1, "how much of the step is taken"),
    Setting("damping", 0, "what is added to the curvature in every direction", in: 0 ... .infinity),
  ]

  public init() {}

  public mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory {
    let (lr, damping) = (settings[0], settings[1])
    guard let hessian = objective.hessian else {
      throw MethodProblem.noHessian(method: Self.name, at: objective.range)
    }
    var story = MethodStory()
    let (value, gradient) = try objective.gradient(parameters)
    let matrix = try hessian(parameters)
    let direction = try solve(matrix, damping, gradient, objective).scaled(by: -1)
    let next = parameters.adding(lr, times: direction)
    story.tell("loss", value, "the loss before the step")
    story.tell("g", gradient, "the gradient")
    if damping != 0 { story.tell("damping", damping, "the setting") }
    story.tell("direction", direction, damping == 0 ? "-H^(-1)*g" : "-(H + damping*I)^(-1)*g")
    story.tell(
      "curvature", Curvature.along(direction) { _ in product(matrix, direction) },
      Curvature.words)
    story.tell("step length", lr, "lr")
    parameters = next
    return story
  }

  private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { $0.dot(vector) }
  }

  private func solve(
    _ matrix: [[Double]], _ damping: Double, _ gradient: [Double], _ objective: Objective
  ) throws(Diagnostic) -> [Double] {
    do throws(Cholesky.Failure) {
      return try Cholesky(matrix, damping: damping).solve(gradient)
    } catch {
      throw MethodProblem.notPositiveDefinite(
        name: objective.name(error.row), square: error.square, enough: sufficientDamping(matrix),
        at: objective.range)
    }
  }

  /// A damping with which the matrix certainly is positive definite: more than any row's off-diagonal
  /// magnitudes exceed its diagonal (Gershgorin, 1931).
  private func sufficientDamping(_ matrix: [[Double]]) -> Double {
    matrix.enumerated().map { place, row in
      row.reduce(0) { $0 + abs($1) } - abs(row[place]) - row[place]
    }.max() ?? 0
  }
}
