public import Autodiff
public import Reporting

/// Newton's step without the matrix: its equations are solved by conjugate gradients, which need
/// nothing but the matrix times a vector.
///
/// The damping follows Levenberg and Marquardt: it shrinks while the parabola foretells the loss
/// well, and grows while it does not. A step that would raise the loss is halved until it does not.
public struct HessianFree: ObjectiveMethod {
  public static let name = "hessian_free"
  public static let summary = "Newton's step by conjugate gradients, without the matrix"
  public static let source = "Martens (2010); Hestenes and Stiefel (1952)"
  public static let settings = [
    .lr(1, "how much of the step is taken"),
    Setting("iterations", 50, "the most conjugate gradients in a step", in: 1...1e6, isWhole: true),
    Setting(
      "damping", 0.1, "what is added to the curvature in every direction at first",
      in: 0 ... .infinity),
    Setting(
      "tolerance", 1e-10, "the part of the gradient that may be left unsolved", in: 0...1),
  ]

  /// What has become of the damping: the setting is multiplied by it.
  private var factor = 1.0

  public init() {}

  public mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory {
    let start = parameters
    let product = try product(objective, start)
    let (value, gradient) = try objective.gradient(start)
    let damping = settings[2] * factor
    let solution = try ConjugateGradients.solve(
      gradient, limit: settings.count(1), tolerance: settings[3]
    ) { vector throws(Diagnostic) in
      try product(vector).adding(damping, times: vector)
    }
    let direction = solution.direction
    var story = MethodStory()
    story.tell("loss", value, "the loss before the step")
    story.tell("g", gradient, "the gradient")
    story.tell("damping", Formula("setting", settings[2]) * Formula("adapted by", factor))
    story.tell(
      "conjugate gradients", Double(solution.iterations), "how many were made for the direction")
    story.tell("direction", direction, "solves (H + damping*I)*direction = -g")
    let curvature = try Curvature.along(direction, product)
    story.tell("curvature", curvature, Curvature.words)
    if solution.metDownwardCurvature { story.tell("stopped by", "a direction that curves down") }

    var length = settings[0]
    var next = try objective.value(start.adding(length, times: direction))
    let change = next - value
    for _ in 0..<60 where !(next <= value) {
      length /= 2
      next = try objective.value(start.adding(length, times: direction))
    }
    let isAccepted = next <= value
    adapt(change, foretold: foretold(gradient, direction, curvature + damping, settings[0]))
    story.tell(
      "step length", isAccepted ? length : 0,
      length == settings[0] ? "lr" : "lr, halved until the loss does not rise")
    story.tell("accepted", isAccepted ? "yes" : "no")
    if isAccepted { parameters = start.adding(length, times: direction) }
    return story
  }

  /// The matrix of second derivatives times a vector.
  private func product(_ objective: Objective, _ parameters: [Double]) throws(Diagnostic)
    -> ([Double]) throws(Diagnostic) -> [Double]
  {
    if let hessianVector = objective.hessianVector {
      return { vector throws(Diagnostic) in try hessianVector(parameters, vector) }
    }
    guard let hessian = objective.hessian else {
      throw MethodProblem.noHessian(method: Self.name, at: objective.range)
    }
    let matrix = try hessian(parameters)
    return { vector in matrix.map { $0.dot(vector) } }
  }

  /// By how much the damped parabola changes along a step.
  private func foretold(
    _ gradient: [Double], _ direction: [Double], _ curvature: Double, _ length: Double
  ) -> Double {
    length * gradient.dot(direction)
      + length * length * curvature * direction.dot(direction) / 2
  }

  /// Martens (2010), section 4.1.
  private mutating func adapt(_ change: Double, foretold: Double) {
    guard foretold < 0 else { return }
    let ratio = change / foretold
    if ratio > 0.75 { factor *= 2.0 / 3 } else if !(ratio >= 0.25) { factor *= 3.0 / 2 }
  }
}
