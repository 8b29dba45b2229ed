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
    Setting("seed", 0, "what the random numbers start from", in: -0x1p53...0x1p53, isWhole: true),
  ]

  private var random: RandomSource?

  public init() {}

  public mutating func step(
    _ objective: Objective, _ parameters: inout [Double], _ step: Int, _ settings: Settings
  ) throws(Diagnostic) -> MethodStory {
    var random = self.random ?? RandomSource(seed: Int64(exactly: settings[2].rounded()) ?? 0)
    let draw = random.draw()
    let proposal = parameters.enumerated().map { $1 + settings[1] * draw.normal($0) }
    let luck = draw.uniform(parameters.count)
    let value = try objective.value(parameters)
    let rise = try objective.value(proposal) - value
    let chance = rise <= 0 ? 1 : Double.exp(-rise / settings[0])
    let isAccepted = luck < chance
    self.random = random
    var story = MethodStory()
    story.tell("loss", value)
    story.tell("proposal", proposal)
    story.tell("rise", rise)
    story.tell("temperature", settings[0])
    story.tell("chance", chance)
    story.tell("drawn", luck)
    story.tell("accepted", isAccepted ? "yes" : "no")
    if isAccepted { parameters = proposal }
    return story
  }
}
