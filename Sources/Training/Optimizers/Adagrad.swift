public import Autodiff

/// Steps divided by the root of the sum of all squared gradients.
public enum Adagrad: UpdateRule {
  public static let name = "adagrad"
  public static let summary = "shorter steps where the gradients have been large in all"
  public static let source = "Duchi, Hazan and Singer (2011); torch.optim.Adagrad"
  public static let settings = [
    Setting.lr(0.01),
    Setting("lr_decay", 0, "how fast the learning rate falls", in: 0 ... .infinity),
    Setting.weightDecay(),
    Setting(
      "initial_accumulator_value", 0, "the sum of squares before the first step",
      in: 0 ... .infinity),
    Setting.eps(1e-10),
    Setting.maximize,
  ]

  public static func states(_ s: Settings) -> [String] { ["s"] }
  public static func start(of state: String, _ s: Settings) -> Double { s[3] }

  public static func update<N: Number>(_ given: Update<N>) -> Updated<N> {
    let (decay, eps) = (given.numbers[1], given.numbers[4])
    let g = given.gradient(decay: 2, maximize: 5)
    let lr =
      given.settings[1] == 0
      ? given.numbers[0] : given.named("lr′", given.numbers[0] / (1 + (given.t - 1) * decay))
    let s = given.named("s", given.states[0] + g.squared)
    return Updated(given.w - lr * g / (N.sqrt(s) + eps), states: [s])
  }
}
