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

  /// The learning rate, which falls.
  public static func shared<N: Number>(_ given: Update<N>) -> [N] {
    let (lr, decay) = (given.numbers[0], given.numbers[1])
    return [
      given.settings[1] == 0 ? lr : given.named("lr′", lr / (1 + (given.t - 1) * decay))
    ]
  }

  @inline(__always)
  public static func update<N: Number>(_ given: Update<N>, states: inout UpdateStates<N>) -> N {
    let eps = given.numbers[4]
    let g = given.gradient(decay: 2, maximize: 5)
    let s = given.named("s", given.states[0] + g.squared)
    states[0] = s
    return given.w - given.shared[0] * g / (N.sqrt(s) + eps)
  }
}
