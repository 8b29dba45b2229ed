public import Autodiff
public import Reporting

/// A random step that is taken if it leads down, and sometimes if it leads up.
///
/// The hotter it is, the more often a step up is taken; a temperature that falls with the steps lets
/// the search settle.
public struct Annealing: ObjectiveMethod {
  public static let name = "anneal"
  public static let summary = "random steps, taken if they lead down and sometimes if they do not"
  public static let source =
    "Kirkpatrick, Gelatt and Vecchi (1983); Metropolis and others (1953)"
  public static let settings = [
    Setting(
      "temperature", 1, "the rise of the loss that is taken one time in e", in: 0 ... .infinity),
    Setting("scale", 0.1, "the deviation of a step in every parameter", in: 0 ... .infinity),
    Setting(
      "seed", 0, "what the random numbers start from; the seed of the program unless named",
      in: -0x1p53...0x1p53, isWhole: true),
  ]

  private var random: RandomSource?

  public init() {}

  public mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory {
    var random = self.random ?? RandomSource(seed: Int64(exactly: settings[2].rounded()) ?? 0)
    let draw = random.draw()
    let direction = parameters.indices.map { draw.normal($0) }
    let proposal = parameters.adding(settings[1], times: direction)
    let luck = draw.uniform(parameters.count)
    let value = try objective.value(parameters)
    let rise = try objective.value(proposal) - value
    let chance = Annealing.chance(
      Formula("rise", rise), Formula("temperature", settings[0]))
    let isAccepted = luck < chance.number ?? 0
    self.random = random
    var story = MethodStory()
    story.tell("loss", value, "the loss before the step")
    story.tell("direction", direction, "drawn from the normal distribution")
    story.tell("scale", settings[1], "the setting")
    story.tell("rise", rise, "of the loss after scale*direction")
    story.tell("temperature", settings[0], "the setting")
    story.tell("chance", chance)
    story.tell("drawn", luck, "from 0 to 1, each equally likely")
    story.tell(
      "step length", isAccepted ? settings[1] : 0,
      isAccepted ? "scale, as drawn < chance" : "0, as drawn is not below chance")
    story.tell("accepted", isAccepted ? "yes" : "no")
    if isAccepted { parameters = proposal }
    return story
  }

  /// How likely a step is taken (Metropolis and others, 1953).
  private static func chance<N: Number>(_ rise: N, _ temperature: N) -> N {
    N.choose(rise .<= 0, N(1), N.exp(-rise / temperature))
  }
}
