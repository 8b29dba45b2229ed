public import Autodiff
public import Reporting

/// Newton's method with the curvature guessed from the last gradients.
///
/// The algorithm, its defaults and its reasons to stop are those of `torch.optim.LBFGS`; one step
/// makes several iterations.
public struct LBFGS: ObjectiveMethod {
  public static let name = "lbfgs"
  public static let summary = "Newton's method with the curvature guessed from the last gradients"
  public static let source = "Liu and Nocedal (1989); torch.optim.LBFGS"
  public static let settings = [
    .lr(1, "how much of each direction is taken"),
    Setting("max_iter", 20, "the most iterations in a step", in: 1...1e6, isWhole: true),
    Setting(
      "max_eval", .nan, "the most evaluations in a step; 5/4 of max_iter unless chosen",
      in: 1...1e6, isWhole: true),
    Setting("tolerance_grad", 1e-7, "a gradient no larger ends the step", in: 0 ... .infinity),
    Setting("tolerance_change", 1e-9, "a change no larger ends the step", in: 0 ... .infinity),
    Setting("history_size", 100, "how many changes are remembered", in: 1...1e6, isWhole: true),
    Setting(
      "line_search", words: ["none", "strong_wolfe"],
      "how the length along a direction is found; PyTorch's line_search_fn"),
  ]

  private var memory = LBFGSMemory()
  private var iterations = 0
  private var last: (direction: [Double], length: Double, gradient: [Double])?

  public init() {}

  public mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory {
    let maximum = settings.count(1)
    let limit = settings[2].isNaN ? maximum * 5 / 4 : settings.count(2)
    let (flat, still) = (settings[3], settings[4])
    var method = self
    var point = parameters
    var (value, gradient) = try objective.gradient(point)
    var evaluations = 1
    var story = MethodStory()
    story.tell("loss", value, "the loss before the step")
    var reason = gradient.largest <= flat ? "the gradient is flat" : nil
    for round in 1...Swift.max(1, maximum) where reason == nil {
      let direction = method.direction(gradient, history: settings.count(5))
      let slope = gradient.dot(direction)
      let size = gradient.reduce(0) { $0 + abs($1) }
      let isFirst = method.iterations == 1
      var length = isFirst ? LBFGS.firstLength(settings[0], size) : settings[0]
      var origin =
        isFirst
        ? LBFGS.firstLength(Formula("lr", settings[0]), Formula("sum of |g|", size))
        : Formula("lr", settings[0])
      method.last = (direction, length, gradient)
      story.tell("g", gradient, "the gradient")
      story.tell("direction", direction, isFirst ? "-g" : "-g by the curvature remembered")
      if slope > -still {
        reason = "the direction hardly leads down"
        break
      }
      let before = value
      if settings[6] == 1 {
        let found = try StrongWolfe.search(
          objective, from: point, along: direction, length, value, gradient, slope,
          limit: limit - evaluations)
        (length, value, gradient) = (found.length, found.value, found.gradient)
        evaluations += found.evaluations
        origin = Formula("found by the line search", length)
        method.last = (direction, length, method.last?.gradient ?? gradient)
        point = point.adding(length, times: direction)
      } else {
        point = point.adding(length, times: direction)
        if round != maximum {
          (value, gradient) = try objective.gradient(point)
          evaluations += 1
        }
      }
      story.tell("step length", origin)
      reason = LBFGS.reasonToStop(
        (round, maximum), (evaluations, limit), isFlat: gradient.largest <= flat,
        isStill: direction.scaled(by: length).largest <= still || abs(value - before) < still)
    }
    story.tell("iterations", Double(method.iterations - iterations), "in this step")
    story.tell("evaluations", Double(evaluations), "of the loss and its gradient")
    story.tell("stopped by", reason ?? "the most iterations")
    (self, parameters) = (method, point)
    return story
  }

  /// The length that is tried first of all: no parameter goes further than 1.
  private static func firstLength<N: Number>(_ lr: N, _ size: N) -> N { N.min(N(1), 1 / size) * lr }

  /// The direction of one more iteration: the gradient turned and scaled by the remembered changes.
  private mutating func direction(_ gradient: [Double], history: Int) -> [Double] {
    iterations += 1
    if let last {
      memory.remember(
        step: last.direction.scaled(by: last.length),
        change: gradient.adding(-1, times: last.gradient),
        atMost: history)
    }
    return memory.direction(gradient)
  }

  private static func reasonToStop(
    _ rounds: (Int, Int), _ evaluations: (Int, Int), isFlat: Bool, isStill: Bool
  ) -> String? {
    if rounds.0 == rounds.1 { return "the most iterations" }
    if evaluations.0 >= evaluations.1 { return "the most evaluations" }
    if isFlat { return "the gradient is flat" }
    return isStill ? "hardly anything changed" : nil
  }
}
